// SPDX-License-Identifier: Apache-2.0
import { type JsonSchema, listSchema, objectSchema } from '../json/json-schema.ts';
import { printJson } from '../print-json.ts';

const text: JsonSchema = { type: 'string' };
const texts = listSchema(text);
const day: JsonSchema = { type: 'string', format: 'date' };
const count: JsonSchema = { type: 'number', minimum: 0 };

const helped = objectSchema('An entry of another framework; kind is that of its crosswalk.', {
  framework: text,
  ref: text,
  kind: text,
});

const action = objectSchema('One piece of work: it turns the answers to its checks.', {
  id: { type: 'string', description: 'The id of the check that takes most of the work.' },
  checks: { ...texts, minItems: 1, description: 'All checks that it turns.' },
  title: text,
  tasks: texts,
  completes: { ...texts, description: 'Tasks that have no open answer left after it.' },
  helps: listSchema(helped),
  effort: { type: 'string', enum: ['minutes', 'hours', 'days', 'weeks'] },
  effortDays: count,
  resolves: { type: 'string', enum: ['no', 'unknown'] },
  because: text,
  steps: { ...texts, minItems: 1 },
  after: texts,
  patch: { type: ['string', 'null'] },
  owner: { type: 'string', description: 'A role, never a person.' },
  scope: { type: 'string', enum: ['organisation', 'product', 'repository', 'release'] },
  phase: { type: 'integer', minimum: 1 },
  due: day,
});

/** What `plumbline roadmap --format json` writes. */
export const roadmapSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:plumbline:schema:roadmap:1.0',
  title: 'Plumbline roadmap',
  ...objectSchema('What to do, in order.', {
    schemaVersion: { const: '1.0' },
    asOf: { type: 'string', format: 'date-time' },
    subject: objectSchema('What it is about.', { uri: text, commit: text, dirty: { type: 'boolean' } }, [
      'commit',
      'dirty',
    ]),
    profile: text,
    capacityDays: { type: 'number', description: 'Working days of one person in a phase of two weeks.' },
    phases: listSchema(
      objectSchema('Two weeks.', { number: { type: 'integer', minimum: 1 }, starts: day, ends: day, days: count }),
    ),
    actions: listSchema(action),
    unplanned: listSchema(
      objectSchema('An open answer that no action of this version turns.', {
        check: text,
        tasks: texts,
        because: text,
        resolve: text,
      }),
    ),
  }),
};

/** The published file: docs/generated/schemas/roadmap.schema.json. */
export function renderRoadmapSchema(): string {
  return printJson(roadmapSchema);
}
