// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { resultsOfFixture, shortly } from '../testing/results-of-fixture.ts';
import { semgrepReport } from './semgrep-report.ts';

const { run, results } = resultsOfFixture(semgrepReport, new URL('fixtures/semgrep-1.172.json', import.meta.url));

test('every result of a real report', () => {
  expect(results.map((result) => shortly(result))).toEqual([
    'code high CWE-78 rules.subprocess-shell at app/run.py:8:12',
    'code medium CWE-327 rules.weak-digest at app/run.py:12:12',
  ]);
});

test('what it says of its run', () => {
  expect(run).toMatchObject({ tool: 'semgrep', toolVersion: '1.172.0', purposes: ['sast'], problems: [] });
});

const resultOf = (result: object): unknown =>
  readWhole(semgrepReport, bytesOf({ results: [result], errors: [] })).results[0];

test('a secret shows no line; a path of tainted data leads there; a comment that silences is told', () => {
  const place = { path: 'a.py', start: { line: 1, col: 2 }, end: { line: 1, col: 9 } };
  expect(
    resultOf({
      check_id: 'generic.secrets.security.detected-x',
      ...place,
      extra: { lines: 'key = "abc"', is_ignored: true },
    }),
  ).toEqual({
    kind: 'secret',
    rule: 'generic.secrets.security.detected-x',
    title: 'generic.secrets.security.detected-x',
    severity: 'unrated',
    places: [{ path: 'a.py', startLine: 1, endLine: 1, startColumn: 2 }],
    suppressed: { where: 'source' },
  });
  const trace = {
    taint_source: ['CliLoc', [{ path: 'b.py', start: { line: 3, col: 1 }, end: { line: 3, col: 5 } }, 'input']],
    intermediate_vars: [{ location: { path: 'b.py', start: { line: 4, col: 1 }, end: { line: 4, col: 2 } } }],
  };
  expect(resultOf({ check_id: 'r', ...place, extra: { dataflow_trace: trace } })).toMatchObject({
    places: [{ path: 'a.py' }, { path: 'b.py', startLine: 3 }, { path: 'b.py', startLine: 4 }],
  });
});

test('a dependency of Supply Chain is a component', () => {
  const extra = {
    message: 'grpcio is vulnerable',
    severity: 'WARNING',
    metadata: {
      'sca-severity': 'HIGH',
      'sca-vuln-database-identifier': 'CVE-2023-1428',
      'sca-fix-versions': [{ grpc: '1.53.0' }, { grpcio: '1.53.1' }],
    },
    sca_info: {
      dependency_match: {
        lockfile: 'requirements.txt',
        found_dependency: { package: 'grpcio', version: '1.47.0', ecosystem: 'pypi' },
      },
    },
  };
  expect(resultOf({ check_id: 'ssc-1', path: 'requirements.txt', extra })).toMatchObject({
    kind: 'component',
    severity: 'high',
    component: { name: 'grpcio', version: '1.47.0', purl: 'pkg:pypi/grpcio@1.47.0', path: 'requirements.txt' },
    vulnerabilities: ['CVE-2023-1428'],
    fixedVersions: ['1.53.1'],
  });
});

test('an error means that something was left out', () => {
  const text = bytesOf({ results: [], errors: [{ level: 'error' }, { level: 'warn' }], paths: { scanned: [] } });
  expect(readWhole(semgrepReport, text).read).toMatchObject({
    runs: [{ completed: false, problems: ['Semgrep tells of 1 errors while it ran'] }],
  });
});
