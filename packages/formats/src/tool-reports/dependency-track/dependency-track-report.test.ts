// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { dependencyTrackReport } from './dependency-track-report.ts';

test('findings with their aliases, and what was suppressed there', () => {
  const component = {
    name: 'jackson-databind',
    group: 'com.fasterxml.jackson.core',
    version: '2.13.3',
    purl: 'pkg:maven/com.fasterxml.jackson.core/jackson-databind@2.13.3',
  };
  const vulnerability = {
    vulnId: 'GHSA-rgv9-q543-rqg4',
    source: 'GITHUB',
    severity: 'HIGH',
    cweId: 400,
    cwes: [{ cweId: 502 }],
    cvssV3Vector: 'v3',
    aliases: [{ cveId: 'CVE-2022-42004', osvId: 'DSA-5283-1' }],
  };
  const report = {
    meta: { application: 'Dependency-Track', version: '4.7.0', timestamp: '2023-02-08T13:43:13Z' },
    project: {},
    findings: [
      { component, vulnerability, analysis: { isSuppressed: false } },
      {
        component: { name: 'timespan' },
        vulnerability: { vulnId: '533', source: 'NPM', severity: 'LOW' },
        analysis: { isSuppressed: true, state: 'FALSE_POSITIVE' },
      },
    ],
  };
  expect(readWhole(dependencyTrackReport, bytesOf(report))).toMatchObject({
    read: { runs: [{ toolVersion: '4.7.0', finishedAt: '2023-02-08T13:43:13Z' }] },
    results: [
      {
        rule: 'GHSA-rgv9-q543-rqg4',
        severity: 'high',
        component: { name: 'com.fasterxml.jackson.core/jackson-databind' },
        vulnerabilities: ['GHSA-rgv9-q543-rqg4', 'CVE-2022-42004'],
        weaknesses: ['CWE-400', 'CWE-502'],
        cvss: ['v3'],
      },
      { rule: 'npm:533', suppressed: { where: 'elsewhere', reason: 'FALSE_POSITIVE' } },
    ],
  });
});
