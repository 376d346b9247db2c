// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ImportedRun } from '@plumbline/core/state/import-entry';
import type { ResultsOf, ScanToolView, ScanView } from './scan-view.ts';

const open: { readonly [S in Severity]: number } = { critical: 0, high: 0, medium: 0, low: 0, none: 0, unrated: 0 };

export const aRun = (change: Partial<ImportedRun> = {}): ImportedRun => ({
  format: 'bandit',
  tool: 'Bandit',
  toolVersion: '1.9.4',
  purposes: ['sast'],
  commit: 'c'.repeat(40),
  completed: true,
  startedAt: '2026-06-01T10:00:00.000Z',
  finishedAt: '2026-06-01T10:00:05.000Z',
  rules: null,
  ruleSet: 'the rules built into Bandit 1.9.4',
  databaseAt: null,
  problems: [],
  results: 2,
  open,
  suppressed: 0,
  weaknesses: [],
  ...change,
});

const tool = { title: 'weaknesses in Python code', purposes: ['sast'], asked: false } as const;

export const ran: ScanToolView = {
  ...tool,
  id: 'bandit',
  tool: 'Bandit',
  state: 'ran',
  because: '12 Python files',
  runs: [aRun()],
  command: ['bandit', '--format', 'json', '--exclude', '', "it's", '.'],
};

export const failed: ScanToolView = {
  ...tool,
  id: 'semgrep',
  tool: 'Semgrep',
  asked: true,
  state: 'did-not-run',
  because: 'Semgrep failed with exit code 2: \u001b[31mno rules',
  resolve: null,
};

export const offered: ScanToolView = {
  ...tool,
  id: 'gosec',
  tool: 'gosec',
  state: 'missing',
  because: 'there is no gosec on the PATH',
  resolve: 'To have it, take a release of gosec',
};

export const idle: ScanToolView = {
  ...tool,
  id: 'wapiti',
  tool: 'Wapiti',
  state: 'not-applicable',
  because: 'no address',
};

export const aView = (tools: readonly ScanToolView[] = [ran, failed, offered, idle]): ScanView => ({
  version: '0.1.0',
  subject: { uri: 'https://example.org/shop.git', commit: 'c'.repeat(40), dirty: false },
  startedAt: '2026-06-01T10:00:00.000Z',
  tools,
});

export const aResult = (change: Partial<ToolResult> = {}): ToolResult => ({
  kind: 'code',
  rule: 'B602',
  title: 'subprocess_popen',
  message: 'A shell runs {text} from [outside](x)',
  severity: 'high',
  places: [{ path: 'app/server.py', startLine: 22, endLine: 20, startColumn: 4, snippet: 'password = "hunter2"' }],
  weaknesses: ['CWE-78'],
  ...change,
});

/** One of every kind, and some that are hostile. */
export const allResults: readonly ToolResult[] = [
  aResult(),
  aResult({ severity: 'none', rule: 'B1' }),
  aResult({ severity: 'unrated', suppressed: { where: 'source', reason: 'agreed' } }),
  aResult({ severity: 'low', gone: true, confidence: 'low', reportedSeverity: 'LOW' }),
  aResult({
    kind: 'component',
    rule: 'GHSA-1',
    severity: 'critical',
    component: { name: 'lodash', version: '4.17.15', purl: 'pkg:npm/lodash@4.17.15', path: 'package-lock.json' },
    vulnerabilities: ['GHSA-1', 'CVE-2026-1'],
    fixedVersions: ['4.17.21'],
    cvss: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
  }),
  { kind: 'dynamic', rule: 'XSS', title: 'XSS', severity: 'medium', web: { url: 'https://example.org/hello?name' } },
  { kind: 'configuration', rule: 'nowhere', title: 'no place', severity: 'medium' },
  aResult({ places: [{ path: '../up.py', startLine: 1 }] }),
  aResult({
    rule: 'B\u001b[2J',
    title: 'a\u202Eb\u0007\n## Heading <script>',
    message: '\u001b]0;owned\u0007',
    places: [
      { path: 'app/server.py', startLine: 1 },
      { path: 'b c/ü\u202E.py', startLine: 2 },
    ],
  }),
];

export const resultsOf = (results: readonly ToolResult[] = allResults): ResultsOf =>
  async function* given() {
    yield* results;
  };

export async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}
