// SPDX-License-Identifier: Apache-2.0
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ImportEntry, ImportLine } from '@plumbline/core/state/import-entry';
import type { StateStore } from '@plumbline/core/state/state-store';

/**
 * A result as a line of the log. Results are made in one way (`createResult`), members in one order, so that the same result
 * is always the same line.
 */
export function importLine(run: number, result: ToolResult): string {
  const line: ImportLine = [run, result];
  return JSON.stringify(line);
}

/** The results of an import, one by one. Throws `state-damaged` at the latest at the end: act on none before. */
export async function* importedResults(state: StateStore, entry: ImportEntry): AsyncIterable<ImportLine> {
  for await (const line of state.lines(entry.lines.digest)) yield JSON.parse(line) as ImportLine; // written by importLine, and its digest is checked
}
