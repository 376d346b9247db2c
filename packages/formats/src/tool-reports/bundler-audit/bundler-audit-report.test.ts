// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { detectReport } from '../detect-report.ts';
import { readWhole } from '../testing/read-whole.ts';
import { bundlerAuditReport } from './bundler-audit-report.ts';

const json = {
  version: '0.9.0.1',
  created_at: '2021-09-16 19:25:23 +0200',
  results: [
    { type: 'insecure_source', source: 'http://example.org/' },
    {
      type: 'unpatched_gem',
      gem: { name: 'rack', version: '1.6.13' },
      advisory: {
        id: 'CVE-2020-8161',
        url: 'https://example.org/a',
        title: 'Directory traversal',
        description: 'about it',
        cve: '2020-8161',
        ghsa: '5f9h-9pjv-v6j7',
        criticality: 'high',
        patched_versions: ['~> 2.1.3', '>= 2.2.0'],
      },
    },
  ],
};
const text = `Insecure Source URI found: http://example.org/

Name: rack
Version: 1.6.13
CVE: CVE-2020-8161
GHSA: GHSA-5f9h-9pjv-v6j7
Criticality: High
URL: https://example.org/a
Title: Directory traversal
Solution: update to '~> 2.1.3', '>= 2.2.0'

Vulnerabilities found!
`;

test.each([
  ['JSON', json],
  ['text', text],
])('%s: gems that are vulnerable, and sources that anybody can change', (_, report) => {
  expect(readWhole(bundlerAuditReport, bytesOf(report)).results).toMatchObject([
    { kind: 'configuration', rule: 'insecure-source', severity: 'unrated', weaknesses: ['CWE-319'] },
    {
      kind: 'component',
      rule: 'CVE-2020-8161',
      title: 'Directory traversal',
      severity: 'high',
      component: { name: 'rack', version: '1.6.13', purl: 'pkg:gem/rack@1.6.13' },
      vulnerabilities: ['CVE-2020-8161', 'GHSA-5f9h-9pjv-v6j7'],
      fixedVersions: ['2.1.3', '2.2.0'],
    },
  ]);
});

test('a gem that is listed for several platforms is told once', () => {
  const { results } = readWhole(bundlerAuditReport, bytesOf({ ...json, results: [...json.results, ...json.results] }));
  expect(results).toHaveLength(2);
});

test('a text is recognised by its fields', () => {
  expect(detectReport(bytesOf(text), true, [bundlerAuditReport])).toMatchObject({ state: 'known' });
  expect(bundlerAuditReport.recognise({ syntax: 'text', lines: text.split('\n') })).toBe(true);
  expect(bundlerAuditReport.recognise({ syntax: 'text', lines: ['Name: a', 'Version: 1'] })).toBe(false);
});

test('time of creation has a zone', () => {
  expect(readWhole(bundlerAuditReport, bytesOf(json)).read).toMatchObject({
    runs: [{ toolVersion: '0.9.0.1', finishedAt: '2021-09-16T17:25:23Z', problems: [] }],
  });
});
