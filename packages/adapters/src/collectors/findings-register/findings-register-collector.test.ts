// SPDX-License-Identifier: Apache-2.0
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collected } from '@plumbline/core/collecting/collector';
import { digestOf } from '@plumbline/core/digest';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ImportEntry } from '@plumbline/core/state/import-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { importLine } from '@plumbline/findings/stored/import-lines';
import { expect, test } from 'vitest';
import { openState } from '../../state/open-state.ts';
import { collectorInput } from '../../testing/collector-input.ts';
import { useRepositories } from '../../testing/use-repositories.ts';
import { findingsRegisterCollector } from './findings-register-collector.ts';

const { build, open, folder } = useRepositories();
const asOf = '2026-06-30T23:59:59Z';

const inFile = (path: string): ToolResult => ({
  kind: 'code',
  rule: 'injection',
  title: 'data from a request in a command',
  severity: 'high',
  places: [{ path, startLine: 1 }],
});

type Kept = {
  readonly commit: string;
  readonly day: string;
  readonly results: readonly ToolResult[];
  readonly completed?: boolean;
};

async function keep(state: StateStore, { commit, day, results, completed = true }: Kept): Promise<void> {
  const entry: ImportEntry = {
    schema: 1,
    report: digestOf([commit, day]),
    file: null,
    format: 'sarif',
    commit,
    boundBy: 'report',
    importedAt: `${day}T12:00:00Z`,
    runs: [
      {
        format: 'sarif',
        tool: 'a tool',
        toolVersion: '1',
        purposes: ['sast'],
        commit,
        completed,
        startedAt: null,
        finishedAt: null,
        rules: null,
        databaseAt: null,
        problems: [],
        results: results.length,
        open: { critical: 0, high: results.length, medium: 0, low: 0, none: 0, unrated: 0 },
        suppressed: 0,
        weaknesses: [],
      },
    ],
    lines: await state.addLines(results.map((result) => importLine(0, result))),
  };
  await state.add('imports', entry);
}

/** Two commits; the second is assessed. */
async function collect(fill: (state: StateStore, first: string, second: string) => Promise<void>): Promise<Collected> {
  const repository = build({
    commits: [
      { name: 'first', date: '2026-06-01T00:00:00Z', files: { 'old.js': 'a\n', 'new.js': 'b\n' } },
      { name: 'second', date: '2026-06-20T00:00:00Z', files: { 'x.js': 'c\n' } },
    ],
  });
  const { snapshot, gitDirectory } = await open(repository.path);
  const state = openState(folder());
  await fill(state, repository.commits['first'] ?? '', repository.commits['second'] ?? '');
  const input = collectorInput({}, { repository: snapshot, gitDirectory, state, asOf });
  const [item] = await findingsRegisterCollector.collect(input);
  if (item === undefined) throw new Error('no item');
  return item;
}

test.each<readonly [string, (state: StateStore, first: string, second: string) => Promise<void>]>([
  ['nothing is kept', async () => undefined],
  ['results of another commit', (state, commit) => keep(state, { commit, day: '2026-06-02', results: [] })],
  ['half a report', (state, _, commit) => keep(state, { commit, day: '2026-06-21', results: [], completed: false })],
  ['results of a later day', (state, _, commit) => keep(state, { commit, day: '2026-07-21', results: [] })],
  [
    'a damaged entry beside a whole one',
    async (state, _, commit) => {
      await keep(state, { commit, day: '2026-06-20', results: [inFile('old.js')] });
      const [name = ''] = await readdir(join(state.location, 'imports'));
      await writeFile(join(state.location, 'imports', name), '{}');
      await keep(state, { commit, day: '2026-06-21', results: [] });
    },
  ],
])('%s: unavailable', async (_, fill) => {
  expect(await collect(fill)).toMatchObject({ state: 'unavailable' });
});

test('what an earlier commit showed tells since when a finding waits', async () => {
  const item = await collect(async (state, first, second) => {
    await keep(state, { commit: first, day: '2026-06-02', results: [inFile('old.js')] });
    await keep(state, { commit: second, day: '2026-06-29', results: [inFile('old.js'), inFile('new.js')] });
  });
  expect(item).toMatchObject({
    state: 'found',
    fact: { findings: 2, open: 2, untriagedOverdue: 1, analysisTools: 1, testingTools: 0 },
  });
});
