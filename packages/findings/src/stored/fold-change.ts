// SPDX-License-Identifier: Apache-2.0
import { emptyState, type FindingsState } from '../lifecycle/findings-state.ts';
import { foldImports } from '../lifecycle/fold-imports.ts';
import type { Import } from '../lifecycle/import.ts';
import { createAliasGraph, type AliasGraph } from '../vulnerabilities/alias-graph.ts';
import { contextsOf, type ReadLines } from './contexts-of.ts';

/** Runs over what went before a change, and over its head. */
export type ChangeImports = { readonly before: readonly Import[]; readonly head: readonly Import[] };

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

/** What was known before, and that with the runs over the head folded onto it, so that one finding keeps one id. */
export async function foldChange({ before, head }: ChangeImports, sources: FoldSources): Promise<FoldedChange> {
  const { readLines, renamesBetween } = sources;
  const later = notBefore(head, before);
  const all = [...before, ...later];
  const contextOf = await contextsOf(all, readLines);
  const aliases = createAliasGraph([...sources.aliases, ...idsOf(all)]);
  const options = { aliases, contextOf, renamesBetween };
  const base = foldImports(emptyState, before, options);
  return { base, head: foldImports(base, later, options), aliases };
}

function* idsOf(imports: readonly Import[]): Iterable<readonly string[]> {
  for (const { results } of imports)
    for (const { vulnerabilities } of results) if (vulnerabilities !== undefined) yield vulnerabilities;
}

/** The base may have been scanned after the head, yet comes first: time does not run backwards along a change. */
function notBefore(head: readonly Import[], before: readonly Import[]): readonly Import[] {
  const last = before.reduce((latest, { seenAt }) => (seenAt > latest ? seenAt : latest), '');
  return head.map((one) => (one.seenAt < last ? { ...one, seenAt: last } : one));
}
