// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { kubeBenchReport } from './kube-bench-report.ts';

const results = [
  { test_number: '4.1.1', test_desc: 'passed', status: 'PASS' },
  {
    test_number: '4.2.6',
    test_desc: 'Protect kernel defaults',
    status: 'FAIL',
    expected_result: "'true'",
    actual_value: 'false',
    remediation: 'Set it.',
  },
  { test_number: '4.2.9', test_desc: 'by hand', status: 'WARN', reason: 'Test marked as a manual test' },
  { test_number: '4.2.12', test_desc: 'Rotate certificates', status: 'WARN', reason: 'failed to run: no file' },
];
const controls = [
  { id: '4', text: 'Worker Node', node_type: 'node', tests: [{ section: '4.2', desc: 'Kubelet', results }] },
];

test.each([
  ['a list of controls', controls],
  ['controls with totals', { Controls: controls, Totals: {} }],
])('%s: tests that failed, and those that ran and warn', (_, report) => {
  expect(kubeBenchReport.recognise({ syntax: 'json', sample: report })).toBe(true);
  expect(readWhole(kubeBenchReport, bytesOf(report)).results).toEqual([
    {
      kind: 'configuration',
      rule: '4.2.6',
      title: 'Protect kernel defaults',
      message: "On: node. Kubelet\nExpected: 'true'\nFound: false\nSet it.",
      severity: 'unrated',
      reportedSeverity: 'FAIL',
    },
    expect.objectContaining({ rule: '4.2.12', reportedSeverity: 'WARN' }),
  ]);
});
