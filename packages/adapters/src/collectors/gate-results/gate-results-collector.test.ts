// SPDX-License-Identifier: Apache-2.0
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '@plumbline/core/digest';
import type { Collected } from '@plumbline/core/collecting/collector';
import type { GateProofEntry, GateResultEntry } from '@plumbline/core/state/gate-result-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { expect, test } from 'vitest';
import { openState } from '../../state/open-state.ts';
import { collectorInput } from '../../testing/collector-input.ts';
import { useRepositories } from '../../testing/use-repositories.ts';
import { gateResultsCollector } from './gate-results-collector.ts';

const { build, open, folder } = useRepositories();
const policy = digestOf('policy');
const asOf = '2026-06-30T23:59:59Z';

const aDecision = (commit: string): GateResultEntry => ({
  schema: 1,
  what: 'decision',
  commit,
  base: null,
  decidedAt: asOf,
  outcome: 'passed',
  policy,
  rules: [],
  statement: '{}',
});
const aProof = (provedAt: string, proved: boolean): GateProofEntry => ({
  schema: 1,
  what: 'proof',
  commit: 'c',
  provedAt,
  policy,
  proved,
  attacks: [],
});

/** Three commits, of which two lie in the window. */
async function collect(keep: (state: StateStore, commits: readonly string[]) => Promise<void>): Promise<Collected> {
  const repository = build({
    commits: [
      { date: '2026-04-01T00:00:00Z', files: { a: '1' } },
      { date: '2026-06-10T00:00:00Z', files: { a: '2' } },
      { date: '2026-06-20T00:00:00Z', files: { a: '3' } },
    ],
  });
  const { snapshot, gitDirectory } = await open(repository.path);
  const state = openState(folder());
  await keep(state, Object.values(repository.commits));
  const [item] = await gateResultsCollector.collect(
    collectorInput({}, { repository: snapshot, gitDirectory, state, asOf }),
  );
  if (item === undefined) throw new Error('no item');
  return item;
}

test('nothing is kept: nobody knows', async () => {
  expect(await collect(async () => undefined)).toMatchObject({ state: 'unavailable' });
});

test('results of commits in the window, and the last proof', async () => {
  const item = await collect(async (state, commits) => {
    for (const commit of commits.slice(0, 2)) await state.add('gate-results', aDecision(commit));
    await state.add('gate-results', aProof('2026-06-15T10:00:00Z', true));
  });
  expect(item).toMatchObject({ fact: { expected: 2, kept: 1, broken: [], provedOn: '2026-06-15' } });
});

test('an older success does not outlive a failure, and a later proof is not yet known', async () => {
  const item = await collect(async (state) => {
    await state.add('gate-results', aProof('2026-06-15T10:00:00Z', true));
    await state.add('gate-results', aProof('2026-06-20T10:00:00Z', false));
    await state.add('gate-results', aProof('2026-07-20T10:00:00Z', true));
  });
  expect(item).toMatchObject({ fact: { provedOn: null } });
});

test('an altered result is broken and counts for nothing', async () => {
  const item = await collect(async (state, commits) => {
    for (const commit of commits) await state.add('gate-results', aDecision(commit));
    const [first = ''] = await readdir(join(state.location, 'gate-results'));
    await writeFile(join(state.location, 'gate-results', first), '{"schema":1}');
  });
  expect(item).toMatchObject({ fact: { broken: [expect.stringMatching(/\.json$/)] } });
});
