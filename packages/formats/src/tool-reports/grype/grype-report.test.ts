// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { grypeReport } from './grype-report.ts';

const match = {
  vulnerability: {
    id: 'GHSA-xxxx-0001',
    severity: 'Negligible',
    description: 'about it',
    dataSource: 'https://example.org/a',
    cvss: [{ vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H' }],
    cwes: [{ cwe: 'CWE-400' }],
    fix: { versions: ['1.2.6'] },
  },
  relatedVulnerabilities: [{ id: 'CVE-2026-1' }, { id: 'RHSA-2026:1' }],
  artifact: {
    name: 'minimist',
    version: '1.2.0',
    purl: 'pkg:npm/minimist@1.2.0',
    locations: [{ path: '/a/package-lock.json' }],
  },
};
const elsewhere = { ...match, artifact: { ...match.artifact, locations: [{ path: '/b/package-lock.json' }] } };
const descriptor = {
  name: 'grype',
  version: '0.80.0',
  timestamp: '2026-06-30T10:00:00Z',
  db: { built: '2026-06-29T01:00:00Z' },
};

test('a vulnerability of a version is told once, with every place of the package', () => {
  const { read, results } = readWhole(grypeReport, bytesOf({ matches: [match, elsewhere], descriptor }));
  expect(results).toEqual([
    {
      kind: 'component',
      rule: 'GHSA-xxxx-0001',
      title: 'GHSA-xxxx-0001 in minimist',
      message: 'about it',
      severity: 'low',
      reportedSeverity: 'Negligible',
      component: { name: 'minimist', version: '1.2.0', purl: 'pkg:npm/minimist@1.2.0', path: 'a/package-lock.json' },
      places: [{ path: 'a/package-lock.json' }, { path: 'b/package-lock.json' }],
      vulnerabilities: ['GHSA-xxxx-0001', 'CVE-2026-1'],
      weaknesses: ['CWE-400'],
      cvss: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H'],
      fixedVersions: ['1.2.6'],
      help: 'https://example.org/a',
    },
  ]);
  expect(read).toMatchObject({
    runs: [
      {
        tool: 'grype',
        toolVersion: '0.80.0',
        purposes: ['sca'],
        finishedAt: '2026-06-30T10:00:00Z',
        databaseAt: '2026-06-29T01:00:00Z',
      },
    ],
  });
});

test('what people set aside is suppressed, what Grype drops by itself is not told', () => {
  const byVex = {
    ...match,
    appliedIgnoreRules: [{ 'vex-status': 'not_affected', 'vex-justification': 'component_not_present' }],
  };
  const builtIn = { ...match, appliedIgnoreRules: [{ package: { name: 'kernel-headers' }, vulnerability: '' }] };
  const { results } = readWhole(grypeReport, bytesOf({ matches: [], ignoredMatches: [byVex, builtIn], descriptor }));
  expect(results.map(({ suppressed }) => suppressed)).toEqual([
    { where: 'elsewhere', reason: 'not_affected: component_not_present' },
  ]);
});

test('an advisory of a distribution about several vulnerabilities has no aliases', () => {
  const alas = { ...match, vulnerability: { ...match.vulnerability, id: 'ALAS-2026-1' } };
  const { results } = readWhole(grypeReport, bytesOf({ matches: [alas, {}], descriptor }));
  expect(results.map(({ vulnerabilities }) => vulnerabilities)).toEqual([['ALAS-2026-1']]);
});
