// SPDX-License-Identifier: Apache-2.0
import { digestOf } from '@plumbline/core/digest';
import type { ToolRun } from '@plumbline/core/findings/tool-run';
import type { ImportedRun, ImportEntry } from '@plumbline/core/state/import-entry';
import type { ScanEntry } from '@plumbline/core/state/scan-entry';
import { expect, test } from 'vitest';
import { memoryState } from '../testing/memory-state.ts';
import { runsOnCommit } from './runs-on-commit.ts';

const commit = 'c'.repeat(40);
const report = digestOf('report');
const aRun: ImportedRun = {
  format: 'sarif',
  tool: 'semgrep',
  toolVersion: '1',
  purposes: ['sast'],
  commit,
  completed: true,
  startedAt: null,
  finishedAt: null,
  rules: null,
  databaseAt: null,
  problems: [],
  results: 2,
  open: { critical: 0, high: 0, medium: 0, low: 0, none: 0, unrated: 0 },
  suppressed: 0,
  weaknesses: [],
};
const anImport = (run: Partial<ImportedRun> = {}, entry: Partial<ImportEntry> = {}): ImportEntry => ({
  schema: 1,
  report,
  file: 'x',
  format: 'sarif',
  commit,
  boundBy: 'report',
  importedAt: '2026-06-01T10:00:00Z',
  runs: [{ ...aRun, ...run }],
  lines: { digest: report, lines: 0, bytes: 0 },
  ...entry,
});
const ran: ToolRun = { tool: 'semgrep', purposes: ['sast'], ran: true, version: '1', results: 2, report };
const aScan = (runs: readonly ToolRun[], change: Partial<ScanEntry> = {}): ScanEntry => ({
  schema: 1,
  commit,
  dirty: false,
  startedAt: '2026-06-01T09:00:00Z',
  runs,
  ...change,
});

async function runsOf(imports: readonly ImportEntry[], scans: readonly ScanEntry[]): Promise<readonly unknown[]> {
  const state = memoryState();
  for (const entry of imports) await state.add('imports', entry);
  for (const entry of scans) await state.add('scans', entry);
  const runs = await runsOnCommit(state, { commit, asOf: '2026-06-30T23:59:59Z' });
  return runs.map((run) => [run.tool, run.ran ? run.results : run.because]);
}

const kept = anImport({}, { boundBy: 'scan' });
const crashed: ToolRun = { tool: 'semgrep', purposes: ['sast'], ran: false, because: 'it crashed' };
const later = { startedAt: '2026-06-02T09:00:00Z' };

test.each<readonly [string, readonly ImportEntry[], readonly ScanEntry[], readonly unknown[]]>([
  ['a scan whose results are kept', [kept], [aScan([ran])], [['semgrep', 2]]],
  ['a scan whose results are gone', [], [aScan([ran])], [['semgrep', 'what it found is not kept']]],
  [
    'a scan that passed something over',
    [anImport({ completed: false, problems: ['a.js was not read'] }, { boundBy: 'scan' })],
    [aScan([ran])],
    [['semgrep', 'a.js was not read']],
  ],
  ['fine, then crashed', [kept], [aScan([ran]), aScan([crashed], later)], [['semgrep', 'it crashed']]],
  ['crashed, then fine', [kept], [aScan([crashed]), aScan([ran], later)], [['semgrep', 2]]],
  ['of files that differ', [kept], [aScan([ran], { dirty: true })], []],
  ['of a later day', [], [aScan([crashed], { startedAt: '2026-07-02T09:00:00Z' })], []],
  ['two whole reports', [anImport(), anImport({}, { report: digestOf('other') })], [], [['semgrep', 4]]],
  [
    'a native report that somebody vouches for',
    [anImport({ completed: null }, { boundBy: 'caller' })],
    [],
    [['semgrep', 2]],
  ],
])('%s', async (_, imports, scans, expected) => {
  expect(await runsOf(imports, scans)).toEqual(expected);
});

test('a report that is not whole stays a gap, whatever another one says', async () => {
  const half = anImport({ completed: false }, { report: digestOf('half') });
  expect(await runsOf([half, anImport()], [])).toEqual(
    expect.arrayContaining([
      ['semgrep', expect.stringMatching(/does not say that it came to its end/)],
      ['semgrep', 2],
    ]),
  );
});
