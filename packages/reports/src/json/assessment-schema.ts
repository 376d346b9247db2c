// SPDX-License-Identifier: Apache-2.0
import { notLookedAtAreas } from '@plumbline/core/assessment/assessment';
import { strengths } from '@plumbline/core/evidence/strength';
import { verdictValues } from '@plumbline/core/verdicts/verdict';
import { type JsonSchema, listSchema, objectSchema } from './json-schema.ts';

const text: JsonSchema = { type: 'string' };
const name: JsonSchema = { type: 'string', minLength: 1 };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const instant: JsonSchema = { type: 'string', format: 'date-time' };
const digest: JsonSchema = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' };
const nullableText: JsonSchema = { type: ['string', 'null'] };
const strength: JsonSchema = { enum: strengths };
const verdict: JsonSchema = { enum: verdictValues };
const outcome: JsonSchema = { enum: ['yes', 'no', 'unknown', 'not-applicable'] };
const cited: JsonSchema = { type: 'array', minItems: 1 };

const subject = objectSchema(
  'What was assessed. The commit is the full object id; dirty: the files are of a work tree that may differ from it.',
  { uri: name, commit: { type: 'string', pattern: '^[0-9a-f]{40}([0-9a-f]{24})?$' }, dirty: { type: 'boolean' } },
  ['commit', 'dirty'],
);

const citation = objectSchema(
  'What an answer rests on, where in it to look, and how strong it is for this question.',
  { evidence: digest, location: text, strength, note: text },
  ['note'],
);

const measure = objectSchema(
  'A figure behind an answer.',
  { name, value: { type: 'number' }, of: { type: 'number' } },
  ['of'],
);

const answer: JsonSchema = {
  ...objectSchema(
    'The answer to one check. Yes, no and not-applicable cite evidence; yes and not-applicable have a strength; unknown says what would resolve it.',
    {
      check: name,
      question: name,
      required: { type: 'boolean' },
      outcome,
      strength,
      because: text,
      measures: listSchema({ $ref: '#/$defs/measure' }),
      evidence: { ...listSchema(digest, 'Digests of the items that are cited.'), uniqueItems: true },
      citations: listSchema({ $ref: '#/$defs/citation' }),
      resolve: name,
    },
    ['strength', 'measures', 'resolve'],
  ),
  oneOf: [
    { properties: { outcome: { const: 'yes' }, citations: cited }, required: ['strength'] },
    { properties: { outcome: { const: 'no' }, citations: cited } },
    { properties: { outcome: { const: 'not-applicable' }, citations: cited }, required: ['strength'] },
    { properties: { outcome: { const: 'unknown' } }, required: ['resolve'] },
  ],
};

const verdictOnTask = objectSchema(
  'Where one task stands. `strength` is that of the weakest required yes; null unless met or partly met. `untailored` is the verdict without the product’s own tailoring, where that differs.',
  {
    task: name,
    verdict,
    strength: { enum: [...strengths, null] },
    scope: { ...listSchema({ enum: ['organisation', 'product', 'repository', 'release'] }), minItems: 1 },
    because: text,
    answers: listSchema({ $ref: '#/$defs/answer' }),
    untailored: verdict,
  },
  ['untailored'],
);

const evidence: JsonSchema = {
  ...objectSchema(
    'An item of evidence, without the fact itself. The digest leaves out the moment of collection.',
    {
      digest,
      kind: name,
      state: { enum: ['found', 'absent', 'unavailable'] },
      collector: objectSchema('What collected it.', { id: name, version: name }),
      subject: { $ref: '#/$defs/subject' },
      location: text,
      collectedAt: instant,
      effectiveAt: instant,
      expiresAt: instant,
      strength,
      lookedIn: text,
      because: text,
      resolve: text,
    },
    ['expiresAt', 'lookedIn', 'because', 'resolve'],
  ),
  oneOf: [
    { properties: { state: { const: 'found' } } },
    { properties: { state: { const: 'absent' } }, required: ['lookedIn'] },
    { properties: { state: { const: 'unavailable' } }, required: ['because', 'resolve'] },
  ],
};

const summary = objectSchema('How many verdicts of each kind. There is no score.', {
  met: count,
  partlyMet: count,
  notMet: count,
  unknown: count,
  notApplicable: count,
});

const exception = objectSchema('An exception: part of the truth, and changes no answer.', {
  id: name,
  concerns: text,
  reason: text,
  requestedBy: text,
  approvedBy: nullableText,
  approvedOn: nullableText,
  expires: nullableText,
});

const tailored = objectSchema('An answer that the product leaves out, with a reason.', {
  check: name,
  task: nullableText,
  reason: text,
  approvedBy: text,
});

const notLookedAt = objectSchema('Something that was not looked at, and what would let us.', {
  area: { enum: notLookedAtAreas },
  what: text,
  because: text,
  resolve: text,
});

/** The JSON Schema of `assess --format json`. Minor versions add members, so readers ignore what they do not know. */
export const assessmentSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:plumbline:schema:assessment:1.0',
  title: 'Plumbline assessment',
  ...objectSchema('The verdict on every task of an SSDF catalog, with the answers and the evidence behind it.', {
    schemaVersion: { const: '1.0' },
    tool: objectSchema('What assessed.', { name: { const: 'plumbline' }, version: name }),
    catalog: objectSchema('The framework.', { id: name, version: name, title: name, status: name }),
    procedures: objectSchema('The version of the procedures that judge.', { version: name }),
    profile: objectSchema('Which answers are required, and how strong.', { id: name, title: name }),
    asOf: { ...instant, description: 'End of the day as of which the assessment holds.' },
    subject: { $ref: '#/$defs/subject' },
    summary,
    verdicts: { ...listSchema({ $ref: '#/$defs/verdict' }, 'One a task, in the order of the catalog.'), minItems: 1 },
    evidence: listSchema({ $ref: '#/$defs/evidence' }),
    exceptions: listSchema(exception),
    tailoring: listSchema(tailored),
    notLookedAt: listSchema(notLookedAt),
  }),
  $defs: { subject, citation, measure, answer, verdict: verdictOnTask, evidence },
};
