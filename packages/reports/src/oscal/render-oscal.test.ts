// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { OscalAssessmentResults, OscalResult } from '@plumbline/formats/oscal/assessment-results';
import { schemaValidator } from '@plumbline/formats/testing/schema-validator';
import { shippedCatalog } from '@plumbline/formats/testing/shipped-catalog';
import { renderOscalCatalog } from '@plumbline/formats/oscal/render-oscal-catalog';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAssessment, taskWithoutProcedure } from '../testing/an-assessment.ts';
import { hostileAssessment } from '../testing/hostile-assessment.ts';
import { renderOscal } from './render-oscal.ts';

const complain = schemaValidator('schemas/oscal-1.2.1/oscal_assessment-results_schema.json');
const read = (text: string): OscalAssessmentResults => JSON.parse(text)['assessment-results'];

function resultOf(assessment: Assessment): OscalResult {
  const [result] = read(renderOscal(assessment)).results;
  if (result === undefined) throw new TypeError('no result');
  return result;
}

const result = resultOf(anAssessment());
const propOf = (
  props: readonly { readonly name: string; readonly value: string }[],
  name: string,
): string | undefined => props.find((prop) => prop.name === name)?.value;

test('it is valid, and the same assessment gives the same bytes', () => {
  expect(complain(renderOscal(anAssessment()))).toEqual([]);
  expect(renderOscal(anAssessment())).toBe(renderOscal(anAssessment()));
});

test('a wrong document is refused, so that the test above means something', () => {
  expect(complain(renderOscal(anAssessment()).replaceAll('"satisfied"', '"unknown"')).length).toBeGreaterThan(0);
});

test('every task is either a finding or an undecided observation, by its verdict', () => {
  const findings = result.findings ?? [];
  const undecided = (result.observations ?? []).filter(({ props }) => propOf(props, 'verdict') !== undefined);
  const told = [...findings, ...undecided].map(({ props }) => [propOf(props, 'task'), propOf(props, 'verdict')]).sort();
  expect(told).toEqual(
    anAssessment()
      .verdicts.map(({ task, verdict }) => [task, verdict])
      .sort(),
  );
});

test('satisfied is said of met and of nothing else', () => {
  for (const { props, target } of result.findings ?? [])
    expect(target.status.state === 'satisfied').toBe(propOf(props, 'verdict') === 'met');
});

test('a finding targets a statement of the catalog that we export', () => {
  const catalog = renderOscalCatalog(shippedCatalog('ssdf-1.1').framework, {
    modifiedAt: '2026-11-22T12:00:00Z',
    toolVersion: '0',
  });
  for (const { target } of result.findings ?? []) expect(catalog).toContain(`"id": "${target['target-id']}"`);
});

test('a task about which nothing was asked was not reviewed', () => {
  const [selection] = result['reviewed-controls']['control-selections'];
  const reviewed = selection?.['include-controls']?.map((control) => control['control-id']);
  expect(reviewed?.length).toBe(41);
  expect(reviewed).not.toContain(taskWithoutProcedure);
});

test('where nothing was asked at all, nothing was reviewed', () => {
  const verdicts = anAssessment().verdicts.map((verdict) => ({ ...verdict, verdict: 'unknown' as const, answers: [] }));
  const nothing = anAssessment({ verdicts, evidence: [], exceptions: [], tailoring: [], notLookedAt: [] });
  expect(complain(renderOscal(nothing))).toEqual([]);
  expect(resultOf(nothing)['reviewed-controls']['control-selections'][0]?.['exclude-controls']?.length).toBe(42);
});

test('every reference leads somewhere, and no identifier is given twice', () => {
  const text = renderOscal(anAssessment());
  const given = [...text.matchAll(/^ *"uuid": "([^"]+)"/gmu)].map((found) => found[1]);
  expect(new Set(given).size).toBe(given.length);
  const used = [...text.matchAll(/"(?:href": "#|(?:observation|subject|actor|component)-uuid": ")([^"]+)"/gu)].map(
    (found) => found[1],
  );
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter((uuid) => !given.includes(uuid))).toEqual([]);
});

test('findings keep their identifiers from one assessment to the next, the document does not', () => {
  const later = anAssessment({ asOf: '2026-12-24T23:59:59Z' });
  expect(resultOf(later).findings?.map(({ uuid }) => uuid)).toEqual(result.findings?.map(({ uuid }) => uuid));
  expect(read(renderOscal(later)).uuid).not.toBe(read(renderOscal(anAssessment())).uuid);
});

test('facts are not in it', () => {
  expect(renderOscal(anAssessment())).not.toContain('somebody@example.com');
});

test('whatever stands in names and reasons, it stays valid', () => {
  fc.assert(
    fc.property(hostileAssessment(), (assessment) => {
      expect(complain(renderOscal(assessment))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
