// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { mixAuditReport } from './mix-audit-report.ts';

test('advisories about packages of a lockfile', () => {
  const report = {
    pass: false,
    vulnerabilities: [
      {
        dependency: { package: 'sweet_xml', version: '0.6.5', lockfile: '/w/mix.lock' },
        advisory: {
          id: 'GHSA-qpmc-wprv-x746',
          title: 'XML bomb',
          severity: 'high',
          first_patched_versions: ['0.7.0'],
          url: 'https://example.org/a',
        },
      },
    ],
  };
  expect(mixAuditReport.recognise({ syntax: 'json', sample: report })).toBe(true);
  expect(readWhole(mixAuditReport, bytesOf(report)).results).toEqual([
    {
      kind: 'component',
      rule: 'GHSA-qpmc-wprv-x746',
      title: 'XML bomb',
      severity: 'high',
      reportedSeverity: 'high',
      component: { name: 'sweet_xml', version: '0.6.5', purl: 'pkg:hex/sweet_xml@0.6.5', path: 'w/mix.lock' },
      vulnerabilities: ['GHSA-qpmc-wprv-x746'],
      fixedVersions: ['0.7.0'],
      help: 'https://example.org/a',
    },
  ]);
});
