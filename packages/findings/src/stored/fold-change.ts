// SPDX-License-Identifier: Apache-2.0
import { emptyState, type FindingsState } from '../lifecycle/findings-state.ts';
import { foldImports, type FoldOptions } from '../lifecycle/fold-imports.ts';
import type { Import } from '../lifecycle/import.ts';
import { createAliasGraph, type AliasGraph } from '../vulnerabilities/alias-graph.ts';
import { contextsOf, type ReadLines } from './contexts-of.ts';

/** Runs over one commit. */
export type CommitRuns = readonly Import[];

/** Runs over the base of a change and what went before it, over the commits of the change, its head last. Oldest first. */
export type ChangeImports = { readonly base: readonly CommitRuns[]; readonly change: readonly CommitRuns[] };

export type FoldedChange = {
  readonly base: FindingsState;
  readonly head: FindingsState;
  readonly aliases: AliasGraph;
};

export type FoldSources = {
  readonly readLines: ReadLines;
  /** Lists of ids that name one vulnerability, from advisories at hand. */
  readonly aliases: Iterable<readonly string[]>;
  /** Old path by new path between two commits. */
  readonly renamesBetween: (from: string, to: string) => ReadonlyMap<string, string>;
};

/**
 * What was known at the base, and that with the runs over the change folded onto it, so that one finding keeps one id. What an
 * earlier commit of the change brought is no part of the base.
 */
export async function foldChange({ base, change }: ChangeImports, sources: FoldSources): Promise<FoldedChange> {
  const { readLines, renamesBetween } = sources;
  const all = [...base, ...change].flat();
  const contextOf = await contextsOf(all, readLines);
  const aliases = createAliasGraph([...sources.aliases, ...idsOf(all)]);
  const options = { aliases, contextOf, renamesBetween };
  const known = foldCommits(emptyState, base, options);
  return { base: known, head: foldCommits(known, change, options), aliases };
}

/** In the order of history: what comes earlier may have been scanned later, and time does not run backwards. */
function foldCommits(state: FindingsState, commits: readonly CommitRuns[], options: FoldOptions): FindingsState {
  return commits.reduce((known, runs) => {
    const last = known.runs.reduce((latest, { seenAt }) => (seenAt > latest ? seenAt : latest), '');
    const later = runs.map((run) => (run.seenAt < last ? { ...run, seenAt: last } : run));
    return foldImports(known, later, options);
  }, state);
}

function* idsOf(imports: readonly Import[]): Iterable<readonly string[]> {
  for (const { results } of imports)
    for (const { vulnerabilities } of results) if (vulnerabilities !== undefined) yield vulnerabilities;
}
