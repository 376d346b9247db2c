// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { npmAuditReport } from './npm-audit-report.ts';

const via = {
  source: 1_094_222,
  title: 'Denial of service',
  url: 'https://github.com/advisories/GHSA-gxpj-cx7g-858c',
  severity: 'moderate',
  cwe: ['CWE-400'],
  cvss: { score: 9.9, vectorString: 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L' },
  range: '<2.6.9',
};
const debug = {
  name: 'debug',
  severity: 'high',
  via: [via, { ...via, url: 'https://github.com/advisories/GHSA-9vvw-cc9w-f27h' }, 'ms'],
  nodes: ['node_modules/debug'],
  fixAvailable: { name: 'express', version: '4.18.3', isSemVerMajor: true },
};
const express = {
  name: 'express',
  severity: 'low',
  via: ['debug'],
  nodes: ['node_modules/express'],
  fixAvailable: true,
};
const report = { auditReportVersion: 2, vulnerabilities: { debug, express }, metadata: {} };

test('npm 7: an advisory of a package is a result, and a package that depends on others is one', () => {
  const { results } = readWhole(npmAuditReport, bytesOf(report));
  expect(results[0]).toEqual({
    kind: 'component',
    rule: 'GHSA-gxpj-cx7g-858c',
    title: 'Denial of service',
    message: 'Vulnerable versions: <2.6.9\nMended by express 4.18.3, a major version.',
    severity: 'medium',
    reportedSeverity: 'moderate',
    component: { name: 'debug', purl: 'pkg:npm/debug', path: 'node_modules/debug' },
    vulnerabilities: ['GHSA-gxpj-cx7g-858c'],
    weaknesses: ['CWE-400'],
    cvss: ['CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L'],
    fingerprints: { advisory: 'npm:1094222' },
    help: 'https://github.com/advisories/GHSA-gxpj-cx7g-858c',
  });
  expect(results.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['GHSA-gxpj-cx7g-858c', 'medium'],
    ['GHSA-9vvw-cc9w-f27h', 'medium'],
    ['depends-on-vulnerable', 'low'],
  ]);
});

test('npm audit fix wraps the same report', () => {
  expect(readWhole(npmAuditReport, bytesOf({ added: 1, audit: report })).results).toHaveLength(3);
});

test('npm 6: an advisory is a result; its version is told when only one is installed', () => {
  const advisory = {
    id: 106,
    title: 'ReDoS',
    module_name: 'negotiator',
    severity: 'high',
    cves: ['CVE-2016-10539'],
    cwe: 'CWE-400, CWE-1333',
    overview: 'about it',
    vulnerable_versions: '<= 0.6.0',
    patched_versions: '>=0.6.1 <1.0.0 || >=1.0.1',
    findings: [{ version: '0.5.3', paths: ['express>accepts>negotiator'] }],
  };
  const twice = {
    ...advisory,
    id: 107,
    findings: [...advisory.findings, { version: '0.4.0', paths: ['a>negotiator'] }],
  };
  const { results } = readWhole(
    npmAuditReport,
    bytesOf({ actions: [], advisories: { 106: advisory, 107: twice }, muted: [], runId: 'x' }),
  );
  expect(results).toMatchObject([
    {
      rule: 'CVE-2016-10539',
      component: { name: 'negotiator', version: '0.5.3', purl: 'pkg:npm/negotiator@0.5.3' },
      weaknesses: ['CWE-400', 'CWE-1333'],
      fixedVersions: ['0.6.1', '1.0.1'],
    },
    { component: { purl: 'pkg:npm/negotiator' }, message: expect.stringContaining('Installed: 0.5.3, 0.4.0') },
  ]);
});

test.each([
  ['needs a lockfile', { error: { code: 'ENOLOCK', summary: 'needs a lockfile' } }],
  [
    '405 Method Not Allowed',
    {
      message: '405 Method Not Allowed',
      method: 'POST',
      uri: 'https://example.org/-/npm/v1/security/advisories/bulk',
      statusCode: 405,
      error: { summary: '', detail: '' },
    },
  ],
])('an audit that could not be made did not come to its end: %s', (said, sample) => {
  expect(npmAuditReport.recognise({ syntax: 'json', sample })).toBe(true);
  const { read, results } = readWhole(npmAuditReport, bytesOf(sample));
  expect(results).toEqual([]);
  expect(read).toMatchObject({ runs: [{ completed: false, problems: [`npm audit ended with an error: ${said}`] }] });
});
