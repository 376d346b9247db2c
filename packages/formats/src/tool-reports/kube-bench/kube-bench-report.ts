// SPDX-License-Identifier: Apache-2.0
import { at, listOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';

const controls: { [member: string]: Keep } = {
  id: {},
  version: {},
  text: {},
  node_type: {},
  tests: {
    section: {},
    desc: {},
    results: {
      test_number: {},
      test_desc: {},
      remediation: {},
      status: {},
      reason: {},
      actual_value: {},
      expected_result: {},
    },
  },
};

/**
 * kube-bench's JSON: tests of the CIS benchmark that failed, and those that warn although they ran. A test that only a person
 * can do warns too; it found nothing, and is no result. Before 0.3 every part of the benchmark was a JSON text of its own, one
 * after another. The benchmark rates nothing: unrated.
 */
export const kubeBenchReport: ReportParser = jsonReport({
  id: 'kube-bench',
  title: 'kube-bench JSON',
  keep: { ...controls, Controls: controls },
  recognise: ([report = null]) => {
    const [first] = controlsOf(report);
    return textOf(at(first, 'node_type')) !== null && Array.isArray(at(first, 'tests'));
  },
  read: ({ values, give }) => {
    const listed = values.flatMap((report) => controlsOf(report));
    if (!listed.some(({ tests }) => Array.isArray(tests))) return null;
    for (const control of listed)
      for (const section of objectsOf(control['tests']))
        for (const test of objectsOf(section['results'])) if (isFinding(test)) give(resultOf(test, section, control));
    return { tool: 'kube-bench', purposes: ['iac-scan'] };
  },
});

const controlsOf = (report: JsonValue | undefined): readonly JsonObject[] =>
  objectsOf(Array.isArray(report) ? listOf(report) : (at(report, 'Controls') ?? [report ?? null]));

const isFinding = (test: JsonObject): boolean =>
  test['status'] === 'FAIL' || (test['status'] === 'WARN' && textOf(test['reason']) !== 'Test marked as a manual test');

function resultOf(test: JsonObject, section: JsonObject, control: JsonObject): GivenResult {
  const [node, actual, expected] = [
    textOf(control['node_type']),
    textOf(test['actual_value']),
    textOf(test['expected_result']),
  ];
  return {
    kind: 'configuration',
    rule: textOf(test['test_number']) ?? 'unnamed',
    title: textOf(test['test_desc']),
    message: [
      node === null ? null : `On: ${node}. ${textOf(section['desc']) ?? ''}`,
      textOf(test['reason']),
      expected === null ? null : `Expected: ${expected}`,
      actual === null ? null : `Found: ${actual}`,
      textOf(test['remediation']),
    ]
      .filter((part) => part !== null)
      .join('\n'),
    severity: 'unrated',
    reportedSeverity: textOf(test['status']),
  };
}
