// SPDX-License-Identifier: Apache-2.0
import type { ComponentIntakeRecord, IntakeEntry } from '@plumbline/core/facts/records/component-intake-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, oneOf, text } from '../../../platform/record-schema/scalars.ts';

const entry: Schema<IntakeEntry> = map<IntakeEntry>(
  {
    component: text('Package URL, with or without version; a trailing * stands for a group'),
    decision: oneOf(['approved', 'rejected', 'conditional'], 'What was decided'),
    by: text('Who decided'),
    on: day('The day of the decision'),
    because: text('Why'),
  },
  'One decision to take a component in, or not',
);

export const componentIntakeSchema: Schema<ComponentIntakeRecord> = map<ComponentIntakeRecord>(
  { entries: list(entry, 'Decisions') },
  'Decisions on third-party components (SP 800-218 PW.4.1)',
);
