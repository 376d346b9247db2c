// SPDX-License-Identifier: Apache-2.0
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAssessment } from '../testing/an-assessment.ts';
import { hostileAssessment } from '../testing/hostile-assessment.ts';
import type { AssessmentDocument } from './assessment-document.ts';
import { renderAssessmentSchema } from './render-assessment-schema.ts';
import { renderJson } from './render-json.ts';

const ajv = new Ajv2020({ allErrors: true, strictRequired: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(renderAssessmentSchema()));

function complaints(document: unknown): readonly string[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

const rendered = (): AssessmentDocument => JSON.parse(renderJson(anAssessment()));

test('what is printed is valid, holds every task in order, and the counts add up', () => {
  const document = rendered();
  expect(complaints(document)).toEqual([]);
  expect(document.verdicts.map(({ task }) => task)).toEqual(anAssessment().tasks.map(({ id }) => id));
  expect(Object.values(document.summary).reduce((sum, count) => sum + count, 0)).toBe(42);
  expect(new Set(document.verdicts.map(({ verdict }) => verdict)).size).toBe(5);
});

test('every citation leads to an item of evidence that is printed', () => {
  const { verdicts, evidence } = rendered();
  const digests = new Set<string>(evidence.map(({ digest }) => digest));
  const cited = verdicts.flatMap(({ answers }) => answers.flatMap((answer) => answer.evidence));
  expect(cited.length).toBeGreaterThan(20);
  expect(cited.filter((digest) => !digests.has(digest))).toEqual([]);
});

test('facts are not printed: they can hold people’s addresses', () => {
  expect(JSON.stringify(anAssessment().evidence)).toContain('somebody@example.com');
  expect(renderJson(anAssessment())).not.toContain('somebody@example.com');
});

test('the same assessment gives the same bytes', () => {
  expect(renderJson(anAssessment())).toBe(renderJson(anAssessment()));
});

test.each<[string, (document: AssessmentDocument) => unknown, string]>([
  [
    'a verdict that there is not',
    (document) => ({ ...document, verdicts: [{ ...document.verdicts[0], verdict: 'compliant' }] }),
    '/verdicts/0/verdict',
  ],
  ['no evidence', ({ evidence: _evidence, ...document }) => document, 'evidence'],
  ['a negative count', (document) => ({ ...document, summary: { ...document.summary, met: -1 } }), '/summary/met'],
  [
    'an unknown that does not say what would resolve it',
    withAnswer({ outcome: 'unknown', citations: [], evidence: [] }),
    'resolve',
  ],
  [
    'a yes that cites nothing',
    withAnswer({ outcome: 'yes', strength: 'observed', citations: [], evidence: [] }),
    '/verdicts/0/answers/0/citations',
  ],
  [
    'a no that cites nothing',
    withAnswer({ outcome: 'no', citations: [], evidence: [] }),
    '/verdicts/0/answers/0/citations',
  ],
  ['a short commit', (document) => ({ ...document, subject: { uri: 'x', commit: 'abc' } }), '/subject/commit'],
])('a wrong document is refused: %s', (_, spoil, where) => {
  expect(complaints(spoil(rendered())).join('\n')).toContain(where);
});

function withAnswer(answer: object): (document: AssessmentDocument) => unknown {
  const asked = { check: 'a', question: 'Is it?', required: true, because: 'so' };
  return (document) => ({ ...document, verdicts: [{ ...document.verdicts[0], answers: [{ ...asked, ...answer }] }] });
}

test('whatever stands in names and reasons, it stays valid and a terminal has nothing to obey', () => {
  fc.assert(
    fc.property(hostileAssessment(), (assessment) => {
      const printed = renderJson(assessment);
      expect(printed).not.toMatch(/[[\p{Cc}\u202A-\u202E\u2066-\u2069]--\n]/v);
      expect(complaints(JSON.parse(printed))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
