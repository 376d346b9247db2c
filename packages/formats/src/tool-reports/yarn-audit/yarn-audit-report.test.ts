// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { yarnAuditReport } from './yarn-audit-report.ts';

const lines = (...values: readonly object[]): Uint8Array =>
  bytesOf(values.map((value) => JSON.stringify(value)).join('\n'));

const advisory = {
  id: 1_064_843,
  module_name: 'ansi-regex',
  title: 'Inefficient regular expression',
  severity: 'moderate',
  github_advisory_id: 'GHSA-93q8-gq69-wqmw',
  cves: ['CVE-2021-3807'],
  findings: [{ version: '3.0.0', paths: ['eslint>strip-ansi>ansi-regex'] }],
};

test('yarn 1: an advisory that is repeated for every path is one result', () => {
  const line = { type: 'auditAdvisory', data: { resolution: { id: 1 }, advisory } };
  const { read, results } = readWhole(
    yarnAuditReport,
    lines({ type: 'info', data: 'No lockfile found.' }, line, line, {
      type: 'auditSummary',
      data: { totalDependencies: 1 },
    }),
  );
  expect(results).toMatchObject([
    {
      rule: 'GHSA-93q8-gq69-wqmw',
      vulnerabilities: ['GHSA-93q8-gq69-wqmw', 'CVE-2021-3807'],
      component: { purl: 'pkg:npm/ansi-regex@3.0.0' },
    },
  ]);
  expect(read).toMatchObject({ runs: [{ completed: true, problems: [] }] });
});

test('yarn 1: an error is no clean report', () => {
  const { read } = readWhole(yarnAuditReport, lines({ type: 'error', data: 'no network' }));
  expect(read).toMatchObject({
    runs: [{ completed: false, problems: ['yarn audit ended with an error: no network'] }],
  });
});

test('yarn 2 and later: advisories, and deprecations, which are no vulnerability', () => {
  const { results } = readWhole(
    yarnAuditReport,
    lines(
      {
        value: '@babel/old',
        children: {
          ID: '@babel/old (deprecation)',
          Issue: 'use the new one',
          Severity: 'moderate',
          'Tree Versions': ['7.1.0'],
        },
      },
      {
        value: 'transformers',
        children: {
          ID: 1,
          Issue: 'Deserialization',
          URL: 'https://github.com/advisories/GHSA-37q5-v5qm-c9v8',
          Severity: 'low',
          'Tree Versions': ['4.1', '4.2'],
          Dependents: ['a@npm:1'],
        },
      },
    ),
  );
  expect(results).toMatchObject([
    { rule: 'deprecation', component: { purl: 'pkg:npm/%40babel/old@7.1.0' } },
    {
      rule: 'GHSA-37q5-v5qm-c9v8',
      severity: 'low',
      component: { purl: 'pkg:npm/transformers' },
      message: 'Installed: 4.1, 4.2\nNeeded by: a@npm:1',
    },
  ]);
  expect(results[0]?.vulnerabilities).toBeUndefined();
});
