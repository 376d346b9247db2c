// SPDX-License-Identifier: Apache-2.0
import { contextAt, type ContextOf } from '../identity/source-context.ts';
import type { Import } from '../lifecycle/import.ts';

/** Reads files of a commit as lines; what is not there, no text or too large is left out. */
export type ReadLines = (commit: string, paths: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;

/** Files whose surroundings are read, of one commit: more findings than that are recognised by place and rule alone. */
const pathsMax = 5000;

/** Reads beforehand what the fold asks for while it runs: the lines around every place, in the commit that was scanned. */
export async function contextsOf(imports: readonly Import[], readLines: ReadLines): Promise<ContextOf> {
  const files = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const [commit, own] of Map.groupBy(imports, (one) => one.commit)) {
    if (commit === null) continue;
    const paths = new Set(own.flatMap(({ results }) => results.flatMap(({ places }) => places?.[0].path ?? [])));
    files.set(commit, await readLines(commit, [...paths].slice(0, pathsMax)));
  }
  return (place, commit) => {
    const lines = commit === null ? undefined : files.get(commit)?.get(place.path);
    return lines === undefined ? null : contextAt(lines, place);
  };
}
