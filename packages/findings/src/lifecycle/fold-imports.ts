// SPDX-License-Identifier: Apache-2.0
import { compareText } from '../compare-text.ts';
import type { ContextOf } from '../identity/source-context.ts';
import { linkTracks } from '../merge/link-tracks.ts';
import type { AliasGraph } from '../vulnerabilities/alias-graph.ts';
import type { FindingsState } from './findings-state.ts';
import type { Import } from './import.ts';
import { type RunsOfTool, takeRuns } from './take-runs.ts';

export type FoldOptions = {
  /** Ids of vulnerabilities; build it of the advisories at hand and of the results (`aliasesOfResults`). */
  readonly aliases: AliasGraph;
  readonly contextOf: ContextOf;
  /** Imports of a later time are passed over. ISO 8601. */
  readonly asOf?: string;
  /** Old path by new path between two commits; empty or left out where it is not known. */
  readonly renamesBetween?: (from: string, to: string) => ReadonlyMap<string, string>;
};

/**
 * Takes imports into what is known. They are folded in the order of their times whatever order they are given in; one that
 * was folded already is passed over. Imports must not be older than those of the state: fold anew from `emptyState` then.
 */
export function foldImports(state: FindingsState, imports: readonly Import[], options: FoldOptions): FindingsState {
  const { asOf } = options;
  const folded = new Set(state.folded);
  const fresh = [...new Map(imports.map((each) => [importKey(each), each]))]
    .filter(([key, { seenAt }]) => !folded.has(key) && (asOf === undefined || seenAt <= asOf))
    .map(([, each]) => each)
    .sort(byTime);
  let next = state;
  for (const group of byRevision(fresh)) {
    for (const runs of runsByTool(group)) next = takeRuns(next, runs, options);
    next = { ...next, links: [...next.links, ...linkTracks(next.tracks, next.links)] };
  }
  return { ...next, folded: [...folded, ...fresh.map(importKey)].sort(compareText) };
}

const importKey = ({ report, run, tool, commit }: Import): string => [report, run, tool, commit ?? ''].join('\n');

const byTime = (a: Import, b: Import): number =>
  compareText(a.seenAt, b.seenAt) || compareText(importKey(a), importKey(b));

/** Runs over one commit that follow each other: their lines are the same lines. */
function byRevision(imports: readonly Import[]): readonly (readonly Import[])[] {
  const groups: Import[][] = [];
  for (const each of imports) {
    const group = groups.at(-1);
    if (group !== undefined && group[0]?.commit === each.commit) group.push(each);
    else groups.push([each]);
  }
  return groups;
}

/** The runs of each tool over a commit together; where nobody knows the commit, every run alone. */
function runsByTool(group: readonly Import[]): Iterable<RunsOfTool> {
  const tools = new Map<string, [Import, ...Import[]]>();
  for (const each of group) {
    const key = each.commit === null ? importKey(each) : each.tool.toLowerCase();
    const known = tools.get(key);
    if (known === undefined) tools.set(key, [each]);
    else known.push(each);
  }
  return tools.values();
}
