// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { harborReport } from './harbor-report.ts';

const body = {
  generated_at: '2023-11-16T00:14:12.726598+00:00',
  scanner: { name: 'Trivy', version: 'v0.44.0' },
  vulnerabilities: [
    {
      id: 'CVE-1999-123',
      package: 'libs',
      version: '1.2',
      fix_version: '1.3',
      severity: 'Negligible',
      cwe_ids: ['CWE-787'],
      links: ['https://example.org/a'],
      vendor_attributes: { CVSS: { nvd: { V3Vector: 'v3' } } },
    },
    { id: 'CVE-1999-123', package: 'libs', version: '1.2', severity: 'Negligible' },
  ],
};

test.each([
  ['plain', body],
  ['by its media type', { 'application/vnd.security.vulnerability.report; version=1.1': body }],
])('%s: a vulnerability of a package is one result', (_, report) => {
  expect(harborReport.recognise({ syntax: 'json', sample: report })).toBe(true);
  expect(readWhole(harborReport, bytesOf(report))).toMatchObject({
    read: { runs: [{ tool: 'Trivy', toolVersion: 'v0.44.0', finishedAt: '2023-11-16T00:14:12Z' }] },
    results: [
      {
        rule: 'CVE-1999-123',
        severity: 'low',
        component: { name: 'libs', version: '1.2' },
        fixedVersions: ['1.3'],
        cvss: ['v3'],
        weaknesses: ['CWE-787'],
      },
    ],
  });
});
