// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { pipAuditReport } from './pip-audit-report.ts';

const dependencies = [
  {
    name: 'Flask',
    version: '0.5',
    vulns: [{ id: 'PYSEC-2019-179', aliases: ['CVE-2019-1010083'], fix_versions: ['1.0'], description: 'about it' }],
  },
  { name: 'fine', version: '1', vulns: [] },
  { name: 'local', skip_reason: 'not on the index' },
];

test.each([
  ['now', { dependencies, fixes: [] }],
  ['before 2.0', dependencies],
])('%s: vulnerabilities of dependencies', (_, report) => {
  expect(pipAuditReport.recognise({ syntax: 'json', sample: report })).toBe(true);
  const { read, results } = readWhole(pipAuditReport, bytesOf(report));
  expect(results).toEqual([
    {
      kind: 'component',
      rule: 'PYSEC-2019-179',
      title: 'PYSEC-2019-179 in Flask',
      message: 'about it',
      severity: 'unrated',
      component: { name: 'Flask', version: '0.5', purl: 'pkg:pypi/flask@0.5' },
      vulnerabilities: ['PYSEC-2019-179', 'CVE-2019-1010083'],
      fixedVersions: ['1.0'],
    },
  ]);
  expect(read).toMatchObject({
    runs: [{ tool: 'pip-audit', problems: ['pip-audit dependencies: one was skipped and not assessed'] }],
  });
});

test('nothing to audit', () => {
  for (const sample of [{ dependencies: [] }, { dependencies: [], fixes: [] }])
    expect(pipAuditReport.recognise({ syntax: 'json', sample })).toBe(true);
  expect(readWhole(pipAuditReport, bytesOf([]))).toMatchObject({ read: { state: 'parsed' }, results: [] });
});
