// SPDX-License-Identifier: Apache-2.0
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ImportEntry } from '@plumbline/core/state/import-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import type { Import } from '../lifecycle/import.ts';
import { importedResults } from './import-lines.ts';

/** The runs of an entry with their results, as the fold of findings takes them. Throws `state-damaged`. */
export async function readImports(state: StateStore, entry: ImportEntry): Promise<readonly Import[]> {
  const results: ToolResult[][] = entry.runs.map(() => []);
  for await (const [run, result] of importedResults(state, entry)) results[run]?.push(result);
  return entry.runs.map((run, index) => ({
    report: entry.report,
    run: index,
    tool: run.tool,
    toolVersion: run.toolVersion,
    purposes: run.purposes,
    commit: entry.commit,
    seenAt: run.finishedAt ?? entry.importedAt,
    // What the caller binds to a commit, he vouches for as whole; a run that says it is not stays so.
    completed: run.completed ?? (entry.boundBy === 'caller' ? true : null),
    paths: null,
    rules: run.rules,
    results: results[index] ?? [],
  }));
}
