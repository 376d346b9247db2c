// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { sonarqubeHtmlReport } from './sonarqube-html-report.ts';

const page = (rows: string): string => `<!DOCTYPE html><html><title>SonarQube Vulnerability Report</title>
  <h2>Detail of the Detected Vulnerabilities</h2><table><tr><th>Rule</th><th>Severity</th><th>Component</th><th>Line</th>
  <th>Description</th><th>Message</th></tr>${rows}</table><table><tr><td>other</td><td>x</td></tr></table></html>`;

const rowOf = (rule: string, more = ''): string =>
  `<tr><td>${rule}</td><td>MAJOR</td><td>a</td><td>1</td><td>d${more}</td><td>m</td></tr>`;

test('a row is a result, by the headings of its columns', () => {
  const row = `<tr><td><a href="x">squid:S2068</a></td><td>BLOCKER</td><td class="c">a/B.java</td><td>66</td>
    <td>Credentials</td><td>&#39;PASSWORD&#39; detected</td></tr>`;
  expect(readWhole(sonarqubeHtmlReport, bytesOf(page(row))).results).toEqual([
    {
      kind: 'code',
      rule: 'squid:S2068',
      title: 'Credentials',
      message: "'PASSWORD' detected",
      severity: 'critical',
      reportedSeverity: 'BLOCKER',
      places: [{ path: 'a/B.java', startLine: 66 }],
    },
  ]);
});

test('no rows are no results; a page without the table is a fault', () => {
  expect(readWhole(sonarqubeHtmlReport, bytesOf(page('')))).toMatchObject({ read: { state: 'parsed' }, results: [] });
  expect(readWhole(sonarqubeHtmlReport, bytesOf('<html></html>')).read.state).toBe('failed');
});

test('a page without issues has no table of them; other words for vulnerabilities are read as well', () => {
  const none = '<html><title>SonarQube Vulnerability Report</title><h3>Known Security Rules</h3></html>';
  expect(readWhole(sonarqubeHtmlReport, bytesOf(none))).toMatchObject({ read: { state: 'parsed' }, results: [] });
  const bugs = none.replace('Vulnerability', 'Bug');
  expect(sonarqubeHtmlReport.recognise({ syntax: 'text', lines: ['<html>', bugs.slice(6)] })).toBe(true);
});

test('a table inside a cell ends neither the row nor the table', () => {
  const inner = '<table><tr><td>x</td><td>y</td></tr></table>';
  const { results } = readWhole(sonarqubeHtmlReport, bytesOf(page(rowOf('a', inner) + rowOf('b'))));
  expect(results.map(({ rule, message }) => [rule, message])).toEqual([
    ['a', 'm'],
    ['b', 'm'],
  ]);
});
