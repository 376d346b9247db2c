// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { wapitiReport } from './wapiti-report.ts';

const entry = {
  method: 'GET',
  path: '/search?q=1',
  info: 'XSS via injection in the parameter q',
  level: 2,
  parameter: 'q=%3Cscript%3E',
};
const json = {
  classifications: {
    'Cross Site Scripting': {
      desc: 'about it',
      sol: 'encode',
      ref: { 'CWE-79: XSS': 'https://example.org/79', 'OWASP: XSS': 'https://example.org/xss' },
    },
  },
  vulnerabilities: { 'Cross Site Scripting': [entry, { ...entry, path: '/other' }], 'SQL Injection': [] },
  anomalies: { 'Internal Server Error': [entry] },
  additionals: {},
  infos: { target: 'https://example.org/', version: 'Wapiti 3.2.4', date: 'Mon, 23 Nov 2026 00:41:28 +0000' },
};
const entryXml = (path: string): string =>
  `<entry><method>GET</method><path>${path}</path><level>2</level><parameter>q=%3Cscript%3E</parameter><info>XSS via injection in the parameter q</info></entry>`;
const xml = `<?xml version="1.0"?><report type="security"><report_infos><info name="generatorVersion">Wapiti 3.2.4</info><info name="dateOfScan">Mon, 23 Nov 2026 00:41:28 +0000</info>
<info name="target">https://example.org/</info></report_infos><vulnerabilities><vulnerability name="Cross Site Scripting">
<description>about it</description><solution>encode</solution><references><reference><title>CWE-79: XSS</title></reference></references>
<entries>${entryXml('/search?q=1')}${entryXml('/other')}</entries></vulnerability></vulnerabilities><anomalies/></report>`;

test.each([
  ['JSON', json],
  ['XML', xml],
])('%s: what is said with the same words is one result; anomalies are none', (_, report) => {
  const { read, results } = readWhole(wapitiReport, bytesOf(report));
  expect(results).toEqual([
    {
      kind: 'dynamic',
      rule: 'Cross Site Scripting',
      title: 'Cross Site Scripting: XSS via injection in the parameter q',
      message: 'about it\nencode',
      severity: 'medium',
      reportedSeverity: '2',
      web: { url: 'https://example.org/search?q', method: 'GET', parameter: 'q' },
      alsoAt: [{ url: 'https://example.org/other', method: 'GET', parameter: 'q' }],
      weaknesses: ['CWE-79'],
    },
  ]);
  expect(read).toMatchObject({
    runs: [{ tool: 'wapiti', toolVersion: '3.2.4', purposes: ['dast'], startedAt: '2026-11-23T00:41:28Z' }],
  });
});
