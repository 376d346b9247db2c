// SPDX-License-Identifier: Apache-2.0
import type { Threat, ThreatModel } from '@plumbline/core/facts/threat-models';
import { list, map } from '../../platform/record-schema/collections.ts';
import { or, orNull } from '../../platform/record-schema/presence.ts';
import { readRecord, type RecordReading } from '../../platform/record-schema/read-record.ts';
import { renderJsonSchema } from '../../platform/record-schema/render-json-schema.ts';
import type { Schema } from '../../platform/record-schema/schema.ts';
import { day, oneOf, text } from '../../platform/record-schema/scalars.ts';
import type { ModelReading } from './model-reading.ts';

type Boundary = { readonly name: string; readonly between: readonly string[] };
type OwnThreat = Threat & { readonly boundary: string | null; readonly mitigation: string | null };

/** `security/threat-models/*.yaml`: the smallest model that says where trust changes and what can go wrong there. */
export type PlumblineThreatModel = {
  readonly title: string;
  readonly owner: string | null;
  readonly reviewedOn: ThreatModel['reviewedOn'];
  readonly trustBoundaries: readonly Boundary[];
  readonly threats: readonly OwnThreat[];
};

const boundary: Schema<Boundary> = map<Boundary>(
  {
    name: text('Name of the boundary'),
    between: or(list(text('Component, actor or network'), 'What it lies between'), []),
  },
  'A place where trust changes',
);

const threat: Schema<OwnThreat> = map<OwnThreat>(
  {
    id: text('Short id'),
    title: text('What can go wrong'),
    state: oneOf(['mitigated', 'accepted', 'transferred', 'open', 'undecided'], 'What was decided about it'),
    owner: orNull(text('Who owes the next step')),
    boundary: orNull(text('The boundary at which it arises')),
    mitigation: orNull(text('What is done about it, or where that is decided')),
  },
  'One threat',
);

export const threatModelSchema: Schema<PlumblineThreatModel> = map<PlumblineThreatModel>(
  {
    title: text('What is modelled'),
    owner: orNull(text('Who keeps this model')),
    reviewedOn: orNull(day('The day of its last review')),
    trustBoundaries: or(list(boundary, 'Where trust changes'), []),
    threats: list(threat, 'What can go wrong'),
  },
  'A threat model of this product (SP 800-218 PW.1.1)',
);

export function plumblineModel(source: string): RecordReading<ModelReading> {
  const reading = readRecord(threatModelSchema, source);
  if (!reading.ok) return reading;
  const { title, reviewedOn, trustBoundaries, threats } = reading.content;
  const content: ModelReading = {
    format: 'plumbline',
    title,
    threats: threats.map(({ id, title: what, state, owner }) => ({ id, title: what, state, owner })),
    trustBoundaries: trustBoundaries.length,
    reviewedOn,
    lastChangedOn: null,
    placeholder: reading.placeholder,
  };
  return { ...reading, content };
}

/** The published JSON Schema of `security/threat-models/*.yaml`. */
export function renderThreatModelSchema(): { readonly name: string; readonly text: string } {
  return {
    name: 'threat-model.schema.json',
    text: renderJsonSchema('security/threat-models/*.yaml', threatModelSchema),
  };
}
