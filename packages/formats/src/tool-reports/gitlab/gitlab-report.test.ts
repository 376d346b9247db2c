// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { gitlabReport } from './gitlab-report.ts';

const found = {
  id: '2d8b',
  name: 'XML Entity Expansion',
  description: 'about it',
  severity: 'Critical',
  identifiers: [
    { type: 'gemnasium', name: 'Gemnasium-1', value: '1', url: 'https://example.org/1' },
    { type: 'cve', name: 'CVE-2019-1', value: 'CVE-2019-1' },
    { type: 'cwe', name: 'CWE-776', value: '776' },
  ],
};
const scan = (type: string): object => ({
  type,
  status: 'success',
  start_time: '2026-06-30T10:00:00',
  end_time: '2026-06-30T10:00:01',
  scanner: { name: 'Gemnasium', version: '2.24.1' },
});
const report = (type: string, location: object): object => ({
  version: '15.0.0',
  vulnerabilities: [{ ...found, location }],
  scan: scan(type),
});

test.each([
  [
    'dependency_scanning',
    { file: 'go.sum', dependency: { package: { name: 'gopkg.in/yaml.v2' }, version: 'v2.2.2' } },
    {
      kind: 'component',
      component: { name: 'gopkg.in/yaml.v2', version: 'v2.2.2', path: 'go.sum' },
      vulnerabilities: ['Gemnasium-1', 'CVE-2019-1'],
    },
  ],
  [
    'sast',
    { file: 'a.go', start_line: 3, end_line: 4, class: 'A', method: 'b' },
    { kind: 'code', places: [{ path: 'a.go', startLine: 3, endLine: 4, symbol: 'A.b' }] },
  ],
  ['secret_detection', { file: 'key', start_line: 1 }, { kind: 'secret', places: [{ path: 'key', startLine: 1 }] }],
  [
    'dast',
    { hostname: 'https://example.org', path: '/a', method: 'GET', param: 'q' },
    { kind: 'dynamic', web: { url: 'https://example.org/a', method: 'GET', parameter: 'q' } },
  ],
])('%s', (type, location, expected) => {
  const { read, results } = readWhole(gitlabReport, bytesOf(report(type, location)));
  expect(results).toMatchObject([
    { rule: '1', severity: 'critical', weaknesses: ['CWE-776'], fingerprints: { gitlab: '2d8b' }, ...expected },
  ]);
  expect(read).toMatchObject({
    runs: [
      {
        tool: 'Gemnasium',
        toolVersion: '2.24.1',
        completed: true,
        startedAt: '2026-06-30T10:00:00Z',
        finishedAt: '2026-06-30T10:00:01Z',
        problems: [],
      },
    ],
  });
});

test('a run that failed did not come to its end', () => {
  const failed = { version: '15.0.0', vulnerabilities: [], scan: { type: 'sast', status: 'failure' } };
  expect(readWhole(gitlabReport, bytesOf(failed)).read).toMatchObject({ runs: [{ completed: false }] });
});
