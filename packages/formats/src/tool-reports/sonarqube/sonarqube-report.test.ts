// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { shortly } from '../testing/results-of-fixture.ts';
import { sonarqubeReport } from './sonarqube-report.ts';

const issue = (change: object): object => ({
  rule: 'java:S3649',
  severity: 'BLOCKER',
  project: 'org:app',
  component: 'org:app:src/A.java',
  textRange: { startLine: 4, endLine: 5, startOffset: 2 },
  message: 'Do not build SQL',
  tags: ['cwe', 'cwe-89'],
  ...change,
});
const shown = (document: object): readonly string[] =>
  readWhole(sonarqubeReport, bytesOf({ paging: { total: 1 }, ...document })).results.map((result) => shortly(result));

test.each<readonly [string, object, string]>([
  ['an issue', {}, 'code critical CWE-89 java:S3649 at src/A.java:4:3'],
  ['of the project', { component: 'org:app' }, 'code critical CWE-89 java:S3649 at '],
  ['of a component that is listed', { component: 'uuid' }, 'code critical CWE-89 java:S3649 at lib/B.java:4:3'],
  ['by impact', { severity: null, impacts: [{ severity: 'HIGH' }] }, 'code high CWE-89 java:S3649 at src/A.java:4:3'],
  [
    'accepted',
    { resolution: 'WONTFIX' },
    'code critical CWE-89 java:S3649 at src/A.java:4:3 (suppressed in elsewhere)',
  ],
  ['fixed', { status: 'CLOSED' }, 'code critical CWE-89 java:S3649 at src/A.java:4:3 (gone)'],
  ['a secret', { rule: 'java:S6418' }, 'secret critical CWE-89 java:S6418 at src/A.java:4:3'],
])('%s', (_, change, expected) => {
  expect(shown({ issues: [issue(change)], components: [{ key: 'uuid', path: 'lib/B.java' }] })).toEqual([expected]);
});

test('a vulnerable component of the plug-in of Dependency-Check', () => {
  const message = 'Filename: org.x:lib:1.1.2 | Reference: CVE-2024-2529 | CVSS Score: 6.4 | Category: CWE-120 | Text.';
  const rule = 'OWASP:UsingComponentWithKnownVulnerability';
  const { results } = readWhole(sonarqubeReport, bytesOf({ issues: [issue({ rule, message, severity: 'MAJOR' })] }));
  expect(results[0]).toMatchObject({
    kind: 'component',
    severity: 'medium',
    component: { name: 'org.x:lib', version: '1.1.2', path: 'src/A.java' },
    vulnerabilities: ['CVE-2024-2529'],
    weaknesses: ['CWE-120'],
  });
});

test('a hotspot, and one that a person found safe; a page that shows not all says so', () => {
  const hotspot = {
    ruleKey: 'ts:S5852',
    vulnerabilityProbability: 'MEDIUM',
    component: 'app:a.ts',
    project: 'app',
    line: 3,
    status: 'TO_REVIEW',
    message: 'Look',
  };
  const report = { paging: { total: 9 }, hotspots: [hotspot, { ...hotspot, status: 'REVIEWED', resolution: 'SAFE' }] };
  expect(shown(report)).toEqual([
    'code medium ts:S5852 at a.ts:3',
    'code medium ts:S5852 at a.ts:3 (suppressed in elsewhere)',
  ]);
  expect(readWhole(sonarqubeReport, bytesOf(report)).read).toMatchObject({
    runs: [{ problems: ['SonarQube has 9 entries, of which this page shows 2'] }],
  });
});
