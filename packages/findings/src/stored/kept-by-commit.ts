// SPDX-License-Identifier: Apache-2.0
import type { ImportEntry } from '@plumbline/core/state/import-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import type { Import } from '../lifecycle/import.ts';
import type { CommitRuns } from './fold-change.ts';
import { importEntries } from './import-entries.ts';
import { readImports } from './read-imports.ts';

/** What is kept about commits until a day; `broken` names entries that are damaged, and then something may be missing. */
export type KeptByCommit = {
  readonly byCommit: ReadonlyMap<string, readonly ImportEntry[]>;
  readonly broken: readonly string[];
};

export async function keptByCommit(state: StateStore, asOf: string): Promise<KeptByCommit> {
  const { imports, broken } = await importEntries(state);
  const byCommit = new Map<string, ImportEntry[]>();
  for (const entry of imports) {
    if (entry.commit === null || entry.importedAt > asOf) continue;
    const known = byCommit.get(entry.commit);
    if (known === undefined) byCommit.set(entry.commit, [entry]);
    else known.push(entry);
  }
  return { byCommit, broken };
}

/** The runs over commits with their results, in the order of the commits. Throws `state-damaged`. */
export async function readCommits(
  state: StateStore,
  { byCommit }: KeptByCommit,
  commits: readonly string[],
): Promise<readonly CommitRuns[]> {
  const read: CommitRuns[] = [];
  for (const commit of commits) {
    const runs: Import[] = [];
    for (const entry of byCommit.get(commit) ?? []) runs.push(...(await readImports(state, entry)));
    read.push(runs);
  }
  return read;
}
