// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { shortly } from '../testing/results-of-fixture.ts';
import { githubCodeScanningReport } from './github-code-scanning-report.ts';

const alert = (change: object): object => ({
  rule: {
    id: 'py/x',
    severity: 'error',
    security_severity_level: 'medium',
    description: 'X',
    tags: ['external/cwe/cwe-312'],
  },
  tool: { name: 'CodeQL', version: '2.16.2' },
  state: 'open',
  most_recent_instance: { commit_sha: 'a'.repeat(40), location: { path: 'a.py', start_line: 4, start_column: 2 } },
  ...change,
});

test('alerts with what became of them', () => {
  const alerts = [
    alert({}),
    alert({ state: 'fixed' }),
    alert({ state: 'dismissed', dismissed_reason: 'false positive', dismissed_comment: 'checked' }),
    alert({ rule: { id: 'py/y', severity: 'warning' } }),
  ];
  const { read, results } = readWhole(githubCodeScanningReport, bytesOf(alerts));
  expect(results.map((result) => shortly(result))).toEqual([
    'code medium CWE-312 py/x at a.py:4:2',
    'code medium CWE-312 py/x at a.py:4:2 (gone)',
    'code medium CWE-312 py/x at a.py:4:2 (suppressed in elsewhere)',
    'code medium py/y at a.py:4:2',
  ]);
  expect(results[2]?.suppressed?.reason).toBe('false positive: checked');
  expect(read).toMatchObject({ runs: [{ tool: 'CodeQL', toolVersion: '2.16.2', commit: 'a'.repeat(40) }] });
});

test('alerts of several tools are of none of them alone', () => {
  const alerts = [alert({}), alert({ tool: { name: 'Semgrep' }, most_recent_instance: {} })];
  expect(readWhole(githubCodeScanningReport, bytesOf(alerts)).read).toMatchObject({
    runs: [{ tool: 'GitHub code scanning', toolVersion: null }],
  });
});
