// SPDX-License-Identifier: Apache-2.0
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ScanInput, ScanOutcome, Scanner } from '@plumbline/core/scanning/scanner';
import { expect, test } from 'vitest';
import { importEntries } from '@plumbline/findings/stored/import-entries';
import { importedResults } from '@plumbline/findings/stored/import-lines';
import { memoryState } from '../testing/memory-state.ts';
import { aResult, aScanner, aTarget, missing, ranClean, signal } from './fixtures.ts';
import { planScan } from './plan-scan.ts';
import { runScan, type Scanned, type Scanning } from './run-scan.ts';

const commit = 'c'.repeat(40);
const scratch: string[] = [];

async function scan(
  scanners: readonly Scanner[],
  change: Partial<Scanning> = {},
  asked: readonly string[] = [],
): Promise<Scanned & { readonly state: ReturnType<typeof memoryState> }> {
  const state = memoryState();
  const wish = { with: asked, without: [], offline: false };
  const plan = await planScan({ scanners, target: aTarget, wish, untrustedFolders: [], parallel: 2, signal });
  const scanning: Scanning = {
    plan,
    target: aTarget,
    repository: {
      uri: 'somewhere',
      commit,
      committedAt: '2026-01-01T00:00:00Z',
      defaultBranch: null,
      entries: [],
      read: () => Promise.resolve(),
    },
    gitDirectory: null,
    shallow: false,
    state,
    offline: false,
    untrustedFolders: [],
    rules: new Map([['one', '/rules']]),
    timeoutMs: null,
    parallel: 2,
    signal,
    ports: {
      workTree: () => Promise.resolve({ path: '/tree', problems: [] }),
      scratchFolder: () => {
        scratch.push('made');
        return Promise.resolve({ path: '/scratch', remove: () => Promise.resolve(void scratch.pop()) });
      },
      digest: (bytes) => `sha256:${bytes.length}`,
      now: () => '2026-06-01T12:00:00Z',
      started: () => undefined,
      progress: () => undefined,
      ended: () => undefined,
    },
    ...change,
  };
  return { ...(await runScan(scanning)), state: change.state === undefined ? state : (change.state as typeof state) };
}

const finding =
  (...results: readonly ToolResult[]) =>
  (outcome: ScanOutcome = ranClean()): Partial<Scanner> => ({
    run: ({ take }) => {
      for (const result of results) take(result);
      return Promise.resolve(outcome);
    },
  });

test('results are kept, bound to the commit by the scan', async () => {
  const { entry, kept, state } = await scan([aScanner('one', finding(aResult(), aResult({ rule: 'B1' }))())]);
  expect(entry).toEqual({
    schema: 1,
    commit,
    dirty: false,
    startedAt: '2026-06-01T12:00:00Z',
    runs: [{ tool: 'Tool one', purposes: ['sast'], ran: true, version: '3.2.1', results: 2, report: 'sha256:3' }],
  });
  const { imports } = await importEntries(state);
  expect(imports).toMatchObject([
    { report: 'sha256:3', commit, boundBy: 'scan', runs: [{ results: 2, commit, completed: true }] },
  ]);
  const rules: string[] = [];
  for (const { entry: one } of kept) for await (const [, { rule }] of importedResults(state, one)) rules.push(rule);
  expect(rules).toEqual(['B602', 'B1']);
  expect((await state.entries('scans')).intact.map(({ value }) => value)).toEqual([entry]);
});

test('what is missing and asked for, refused or failed did not run; what nobody asked for leaves no gap', async () => {
  const { entry, kept, state } = await scan(
    [
      aScanner('away', { version: missing }),
      aScanner('wanted', { version: missing }),
      aScanner('crash', finding(aResult())({ ran: false, because: 'it crashed' })),
      aScanner('throws', { run: () => Promise.reject(new Error('unexpected')) }),
    ],
    {},
    ['wanted'],
  );
  expect(entry.runs.map((run) => [run.tool, run.ran || run.because])).toEqual([
    ['Tool wanted', 'it is not there'],
    ['Tool crash', 'it crashed'],
    ['Tool throws', 'Tool throws failed: unexpected'],
  ]);
  expect(kept).toEqual([]);
  expect((await importEntries(state)).imports).toEqual([]);
  expect([state.lost(), scratch]).toEqual([0, []]);
});

test('a scan of the same commit replaces the earlier one of the same tool, and no other', async () => {
  const state = memoryState();
  await scan([aScanner('one', finding(aResult())()), aScanner('two')], { state });
  await scan([aScanner('one')], { state });
  const { imports } = await importEntries(state);
  expect(imports.map(({ runs }) => runs.map(({ results }) => results))).toEqual([[0], [0]]);
  expect((await state.entries('scans')).intact.length).toBe(2);
});

test('the files of a work tree are bound to no commit', async () => {
  const repository = {
    uri: 'x',
    commit,
    dirty: true as const,
    committedAt: '',
    defaultBranch: null,
    entries: [],
    read: () => Promise.resolve(),
  };
  const { entry, state } = await scan([aScanner('one')], { repository });
  expect(entry).toMatchObject({ commit, dirty: true });
  expect((await importEntries(state)).imports).toMatchObject([{ commit: null, runs: [{ commit: null }] }]);
});

test('files that could not be put into the folder make the run incomplete', async () => {
  const given: (string | null)[] = [];
  const run: Scanner['run'] = ({ workTree, rules }) => {
    given.push(workTree, rules ?? null);
    return Promise.resolve(ranClean());
  };
  const { kept } = await scan([aScanner('one', { needs: ['work-tree'], run })], {
    ports: {
      workTree: () => Promise.resolve({ path: '/tree', problems: ['big.bin was not scanned: larger than 1'] }),
      scratchFolder: () => Promise.resolve({ path: '/scratch', remove: () => Promise.resolve() }),
      digest: () => 'sha256:0',
      now: () => '2026-06-01T12:00:00Z',
      started: () => undefined,
      progress: () => undefined,
      ended: () => undefined,
    },
  });
  expect(given).toEqual(['/tree', '/rules']);
  expect(kept[0]?.entry.runs).toMatchObject([
    { completed: false, problems: ['big.bin was not scanned: larger than 1'] },
  ]);
});

test('a tool of several purposes is one run each: what it found of one kind does not count for another', async () => {
  const purposes = ['sca', 'iac-scan', 'secret-scan'] as const;
  const outcome = ranClean({ purposes: ['iac-scan', 'secret-scan'] });
  const results = [aResult({ kind: 'configuration' }), aResult({ kind: 'configuration' }), aResult({ kind: 'secret' })];
  const { kept } = await scan([aScanner('one', { ...finding(...results)(outcome), purposes })]);
  expect(kept[0]?.entry.runs.map((run) => [run.purposes, run.results, run.completed])).toEqual([
    [['sca'], 0, false],
    [['iac-scan'], 2, true],
    [['secret-scan'], 1, true],
  ]);
});

test('a history that was read whole is told, a cut off one is not', async () => {
  const secrets = aScanner('one', {
    run: () => Promise.resolve({ ...ranClean(), history: true }),
    purposes: ['secret-scan'],
  });
  expect((await scan([secrets])).kept[0]?.entry.runs[0]?.history).toBe(true);
  expect((await scan([secrets], { shallow: true })).kept[0]?.entry.runs[0]?.history).toBeUndefined();
});

test('a tool is stopped at its bound, however it behaves', async () => {
  const deaf = aScanner('deaf', {
    run: () => new Promise<ScanOutcome>(() => undefined),
    bounds: { timeoutMs: 10, memoryBytesMax: 1 },
  });
  const { entry } = await scan([deaf], { timeoutMs: 5 });
  expect(entry.runs).toMatchObject([
    { ran: false, because: expect.stringMatching(/was ended after 0 seconds/) as string },
  ]);
});

test('an interrupted scan is thrown, and nothing of it is kept', async () => {
  const controller = new AbortController();
  const state = memoryState();
  const obedient = aScanner('one', {
    run: ({ signal: stop }: ScanInput) =>
      new Promise((_, reject) => stop.addEventListener('abort', () => reject(new Error('stopped')), { once: true })),
  });
  setTimeout(() => controller.abort(), 20);
  await expect(scan([obedient], { signal: controller.signal, state })).rejects.toMatchObject({ code: 'interrupted' });
  expect((await state.entries('scans')).intact).toEqual([]);
  expect([state.lost(), scratch]).toEqual([0, []]);
});
