// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { osvScannerReport } from './osv-scanner-report.ts';

const record = {
  id: 'GO-2026-1',
  aliases: ['CVE-2026-1'],
  summary: 'A flaw',
  details: 'More of it',
  severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H' }],
  database_specific: { severity: 'MODERATE', cwe_ids: ['CWE-79'] },
  affected: [
    {
      package: { name: 'golang.org/x/net', ecosystem: 'Go' },
      ranges: [
        { type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '0.7.0' }] },
        { type: 'GIT', events: [{ fixed: 'abcdef' }] },
      ],
    },
    { package: { name: 'other', ecosystem: 'Go' }, ranges: [{ type: 'SEMVER', events: [{ fixed: '9.9.9' }] }] },
  ],
};
const report = {
  results: [
    {
      source: { path: '/src/go.mod', type: 'lockfile' },
      packages: [
        {
          package: { name: 'golang.org/x/net', version: '0.6.0', ecosystem: 'Go' },
          vulnerabilities: [record],
          groups: [
            {
              ids: ['GO-2026-1', 'GHSA-a'],
              aliases: ['GHSA-a'],
              experimental_analysis: { 'GO-2026-1': { called: false } },
            },
          ],
        },
      ],
    },
  ],
};

test('a record of a package, with the versions that mend this package', () => {
  expect(readWhole(osvScannerReport, bytesOf(report)).results).toEqual([
    {
      kind: 'component',
      rule: 'GO-2026-1',
      title: 'A flaw',
      message: 'More of it',
      severity: 'medium',
      reportedSeverity: 'MODERATE',
      confidence: 'low',
      component: {
        name: 'golang.org/x/net',
        version: '0.6.0',
        purl: 'pkg:golang/golang.org/x/net@v0.6.0',
        path: 'src/go.mod',
      },
      vulnerabilities: ['GO-2026-1', 'CVE-2026-1', 'GHSA-a'],
      weaknesses: ['CWE-79'],
      cvss: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H'],
      fixedVersions: ['0.7.0'],
    },
  ]);
});

test('a score that the tool computed is told, but not believed', () => {
  const packages = [
    {
      package: { name: 'a', version: '1', ecosystem: 'npm' },
      vulnerabilities: [{ id: 'X-1' }],
      groups: [{ ids: ['X-1'], max_severity: '9.8' }],
    },
  ];
  const { results } = readWhole(
    osvScannerReport,
    bytesOf({ results: [{ source: { path: 'a', type: 'lockfile' }, packages }] }),
  );
  expect(results).toMatchObject([{ severity: 'unrated', reportedSeverity: '9.8' }]);
});

test('nothing found is a report without results', () => {
  expect(readWhole(osvScannerReport, bytesOf({ results: [] }))).toMatchObject({
    read: { state: 'parsed' },
    results: [],
  });
  expect(readWhole(osvScannerReport, bytesOf({ results: 1 })).read.state).toBe('failed');
});
