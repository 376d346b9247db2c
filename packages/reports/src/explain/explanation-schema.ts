// SPDX-License-Identifier: Apache-2.0
import { strengths } from '@plumbline/core/evidence/strength';
import { assessmentSchema } from '../json/assessment-schema.ts';
import { type JsonSchema, listSchema, objectSchema } from '../json/json-schema.ts';
import { printJson } from '../print-json.ts';

const text: JsonSchema = { type: 'string' };
const name: JsonSchema = { type: 'string', minLength: 1 };
const names = listSchema(name);
const profile = objectSchema('Which answers are required, and how strong.', { id: name, title: name });
const catalog = objectSchema('The framework.', { id: name, version: name, title: name, status: name });

/** The repository at hand; left out where none was looked at. */
const here = (standing: { readonly [name: string]: JsonSchema }): JsonSchema =>
  objectSchema('Where the repository at hand stands; left out where none was looked at.', {
    subject: { $ref: '#/$defs/subject' },
    asOf: { type: 'string', format: 'date-time' },
    profile,
    ...standing,
  });

const check = objectSchema('One yes-or-no question of evidence.', {
  id: name,
  question: name,
  scope: { enum: ['organisation', 'product', 'repository', 'release'] },
  strength: { enum: strengths, description: 'The strength that a yes can have at most.' },
  reads: { ...names, minItems: 1 },
  tasks: names,
  guide: objectSchema('What a yes shows, what it does not show, and what turns an unknown into an answer.', {
    shows: name,
    doesNotShow: name,
    resolve: name,
  }),
  remedy: objectSchema(
    'How to satisfy it.',
    {
      effort: { enum: ['minutes', 'hours', 'days', 'weeks'] },
      steps: { ...names, minItems: 1 },
      patch: name,
      after: names,
    },
    ['patch', 'after'],
  ),
});

const task = objectSchema(
  'A task in the framework’s own words, with the checks that speak to it; none where there is no procedure.',
  {
    id: name,
    text: name,
    practice: name,
    practiceName: name,
    group: name,
    groupName: name,
    examples: listSchema(name, 'Notional: none is required.'),
    note: name,
    checks: listSchema(objectSchema('A check.', { id: name, question: name })),
  },
  ['note'],
);

const crosswalk = objectSchema('What another framework says against the task; kind is how far it may be relied on.', {
  framework: name,
  kind: { enum: ['published', 'nist-reference', 'derived'] },
  links: listSchema(
    objectSchema(
      'An id of it.',
      { ref: name, givenAt: { enum: ['task', 'practice', 'group'] }, via: name, note: text },
      ['via', 'note'],
    ),
  ),
  flagged: listSchema(objectSchema('An id that does not exist: shown, never followed.', { ref: text, reason: name })),
});

const kinds: readonly JsonSchema[] = [
  objectSchema('A check.', { kind: { const: 'check' }, check, here: here({ answer: { $ref: '#/$defs/answer' } }) }, [
    'here',
  ]),
  objectSchema(
    'A task.',
    {
      kind: { const: 'task' },
      catalog,
      task,
      crosswalks: listSchema(crosswalk),
      here: here({ verdict: { $ref: '#/$defs/verdict' } }),
    },
    ['here'],
  ),
  objectSchema(
    'Another id of the framework: `leadsTo` are the ids below it, or those that a retired id moved to.',
    {
      kind: { const: 'id' },
      catalog,
      id: name,
      names: { enum: ['task', 'practice', 'group', 'retired', 'nothing'] },
      name,
      leadsTo: names,
      elsewhere: names,
    },
    ['name'],
  ),
];

const { subject, citation, measure, answer, verdict } = assessmentSchema.$defs ?? {};

/** The JSON Schema of `explain --format json`. Minor versions add members, so readers ignore what they do not know. */
export const explanationSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:plumbline:schema:explanation:1.0',
  title: 'Plumbline explanation',
  ...objectSchema('A task, a check or another id, and where the repository at hand stands.', {
    schemaVersion: { const: '1.0' },
    kind: { enum: ['check', 'task', 'id'] },
  }),
  oneOf: kinds,
  $defs: Object.fromEntries(
    Object.entries({ subject, citation, measure, answer, verdict }).flatMap(([key, schema]) =>
      schema === undefined ? [] : [[key, schema]],
    ),
  ),
};

/** The published file: docs/generated/schemas/explanation.schema.json. */
export function renderExplanationSchema(): string {
  return printJson(explanationSchema);
}
