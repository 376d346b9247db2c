// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { GemaraEvaluationLog } from '@plumbline/formats/gemara/evaluation-log';
import { evaluationLogSchema } from '@plumbline/formats/gemara/testing/evaluation-log-schema';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aHelp } from '../testing/an-action.ts';
import { anAssessment, taskWithoutProcedure } from '../testing/an-assessment.ts';
import { hostileAssessment } from '../testing/hostile-assessment.ts';
import { renderGemara } from './render-gemara.ts';

const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(evaluationLogSchema);

function complaints(log: unknown): readonly string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

const read = (assessment: Assessment): GemaraEvaluationLog => JSON.parse(renderGemara(assessment, { help: aHelp }));
const log = read(anAssessment());
const logOf = (task: string): GemaraEvaluationLog['evaluations'][number]['assessment-logs'][number] | undefined =>
  log.evaluations
    .flatMap((evaluation) => evaluation['assessment-logs'])
    .find(({ requirement }) => requirement['entry-id'] === task);

test('it follows the schema, and the same assessment gives the same bytes', () => {
  expect(complaints(log)).toEqual([]);
  expect(renderGemara(anAssessment())).toBe(renderGemara(anAssessment()));
});

test.each<[string, object]>([
  ['a result that there is not', { ...log, result: 'Compliant' }],
  ['a member that there is not', { ...log, score: 7 }],
  ['no evaluation', { ...log, evaluations: [] }],
])('a wrong log is refused: %s', (_, wrong) => {
  expect(complaints(wrong).length).toBeGreaterThan(0);
});

// The rules of evaluationlog.cue and metadata.cue that JSON Schema cannot say.
test('requirements refer to where their control does, and to a reference that is given', () => {
  const references = log.metadata['mapping-references'].map(({ id }) => id);
  for (const { control, 'assessment-logs': logs } of log.evaluations) {
    expect(references).toContain(control['reference-id']);
    for (const { requirement } of logs) expect(requirement['reference-id']).toBe(control['reference-id']);
  }
});

test('every task stands once, below its practice', () => {
  expect(log.evaluations.length).toBe(19);
  const told = log.evaluations.flatMap(({ control, 'assessment-logs': logs }) =>
    logs.map(({ requirement }) => `${control['entry-id']} ${requirement['entry-id']}`),
  );
  expect(told).toEqual(anAssessment().tasks.map(({ id, practice }) => `${practice} ${id}`));
});

test('unknown is not failed, and what was never asked was not run', () => {
  expect(logOf('PS.1.1')?.result).toBe('Unknown');
  expect(logOf(taskWithoutProcedure)).toMatchObject({ result: 'Not Run', 'steps-executed': 0 });
  expect(logOf('PO.3.2')?.result).toBe('Failed');
  expect(logOf('PO.1.3')?.result).toBe('Not Applicable');
  expect(logOf('PO.3.1')?.result).toBe('Passed');
});

test('a failure says what to do, and an unknown what would resolve it', () => {
  expect(logOf('PO.3.2')?.recommendation).toContain('Replace every tag');
  expect(logOf('PW.7.2')?.recommendation).toBe('Pass a token that has pull_requests:read');
});

test('exceptions and tailoring stand with what they concern, and with the log where that is no task', () => {
  expect(logOf('PO.3.2')?.message).toContain('exception EX-8 for PO.3.2');
  expect(logOf('PO.3.2')?.message).toContain('NOT APPROVED, NO EXPIRY');
  expect(logOf('PW.8.2')?.message).toContain('left out: fuzzing-configured of PW.8.2');
  const [exception] = anAssessment().exceptions;
  if (exception === undefined) throw new TypeError('no exception');
  const other = read(anAssessment({ exceptions: [{ ...exception, concerns: 'pkg:npm/left-pad@1.3.0' }] }));
  expect(other.metadata.description).toContain('exception EX-7 for pkg:npm/left-pad@1.3.0');
  expect(JSON.stringify(other).match(/exception EX-7/gu)).toHaveLength(1);
});

test('facts are not in it', () => {
  expect(renderGemara(anAssessment())).not.toContain('somebody@example.com');
});

test('whatever stands in names and reasons, it follows the schema', () => {
  fc.assert(
    fc.property(hostileAssessment(), (assessment) => {
      expect(complaints(read(assessment))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
