// SPDX-License-Identifier: Apache-2.0
import type { ToolRun } from '@plumbline/core/findings/tool-run';
import type { ImportEntry } from '@plumbline/core/state/import-entry';
import type { ScanEntry } from '@plumbline/core/state/scan-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { importEntries } from '@plumbline/findings/stored/import-entries';

/**
 * What became of each tool over a commit: of the last scan that had it, and of reports that were imported for the commit. A
 * scan of a work tree that differs says nothing of the commit; an import that does not say it came to its end did not.
 */
export async function runsOnCommit(state: StateStore, commit: string): Promise<readonly ToolRun[]> {
  const { intact } = await state.entries('scans');
  // written by this program under this schema, and each digest is checked
  const scans = intact
    .map(({ value }) => value as ScanEntry)
    .filter((scan) => scan.commit === commit && !scan.dirty)
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  const { imports } = await importEntries(state);
  const byTool = new Map<string, ToolRun>();
  for (const entry of imports)
    if (entry.commit === commit && entry.boundBy !== 'scan')
      for (const run of importedRuns(entry)) byTool.set(run.tool, run);
  for (const { runs } of scans) for (const run of runs) byTool.set(run.tool, run);
  return [...byTool.values()];
}

function importedRuns({ runs, report, boundBy }: ImportEntry): readonly ToolRun[] {
  return runs.map(({ tool, toolVersion, purposes, completed, results }): ToolRun => {
    // Native reports never say that they are whole; the caller who binds one to a commit vouches for it.
    if (completed === false || (completed === null && boundBy !== 'caller'))
      return { tool, purposes, ran: false, because: 'its report does not say that it came to its end' };
    return { tool, purposes, ran: true, version: toolVersion ?? 'of unknown version', results, report };
  });
}
