// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { burpReport } from './burp-report.ts';

const issue = (path: string, severity = 'High'): string => `<issue><serialNumber>1</serialNumber><type>2097920</type>
<name>Cross-site scripting (reflected)</name><host ip="192.0.2.1">https://example.org</host><path><![CDATA[${path}]]></path>
<location><![CDATA[${path} [q parameter]]]></location><severity>${severity}</severity><confidence>Certain</confidence>
<issueBackground><![CDATA[<p>about it</p>]]></issueBackground><issueDetail><![CDATA[The <b>q</b> parameter]]></issueDetail>
<vulnerabilityClassifications><![CDATA[<ul><li><a href="https://example.org/79">CWE-79: XSS</a></li></ul>]]></vulnerabilityClassifications>
<requestresponse><request base64="true">R0VUIC8=</request></requestresponse></issue>`;
const report = (...issues: readonly string[]): string =>
  `<?xml version="1.0"?><!DOCTYPE issues [<!ELEMENT issues (issue*)><!ATTLIST issues burpVersion CDATA "">]><issues burpVersion="2026.1">${issues.join('')}</issues>`;

test('a type of issue of a host is one result with its paths', () => {
  const { read, results } = readWhole(burpReport, bytesOf(report(issue('/a?q=secret'), issue('/b'))));
  expect(results).toEqual([
    {
      kind: 'dynamic',
      rule: '2097920',
      title: 'Cross-site scripting (reflected)',
      message: 'The q parameter\nabout it',
      severity: 'high',
      reportedSeverity: 'High',
      confidence: 'high',
      web: { url: 'https://example.org/a?q', parameter: 'q' },
      alsoAt: [{ url: 'https://example.org/b', parameter: 'q' }],
      weaknesses: ['CWE-79'],
    },
  ]);
  expect(read).toMatchObject({ runs: [{ tool: 'Burp Suite', toolVersion: '2026.1', purposes: ['dast'] }] });
});

test('what a person called a false positive is suppressed', () => {
  expect(readWhole(burpReport, bytesOf(report(issue('/a', 'False positive')))).results).toMatchObject([
    { severity: 'unrated', suppressed: { where: 'elsewhere', reason: 'false positive' } },
  ]);
});
