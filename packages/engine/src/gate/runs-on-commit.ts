// SPDX-License-Identifier: Apache-2.0
import type { ToolRun } from '@plumbline/core/findings/tool-run';
import type { ImportedRun, ImportEntry } from '@plumbline/core/state/import-entry';
import { entriesOf } from '@plumbline/core/state/entries-of';
import type { ScanEntry } from '@plumbline/core/state/scan-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { importEntries } from '@plumbline/findings/stored/import-entries';

/** `asOf`: what came later does not count. ISO 8601. */
export type CommitAsOf = { readonly commit: string; readonly asOf?: string };

/**
 * What became of each tool over a commit until a day: of the last scan that had it, and of every report that was imported for
 * the commit. A scan of files that differ says nothing of the commit. What does not say that it came to its end did not, and
 * no other report makes up for it: a tool may report on each language or folder by itself.
 */
export async function runsOnCommit(state: StateStore, { commit, asOf }: CommitAsOf): Promise<readonly ToolRun[]> {
  const isIn = (time: string): boolean => asOf === undefined || time <= asOf;
  const { entries: scans } = await entriesOf(state, 'scans');
  const { imports } = await importEntries(state);
  const own = imports.filter((entry) => entry.commit === commit && isIn(entry.importedAt));
  const scanned = scans.filter((scan) => scan.commit === commit && !scan.dirty && isIn(scan.startedAt));
  return [
    ...lastRuns(scanned).map((run) => keptWhole(run, own)),
    ...together(own.filter(({ boundBy }) => boundBy !== 'scan').flatMap(importedRuns)),
  ];
}

function lastRuns(scans: readonly ScanEntry[]): readonly ToolRun[] {
  const inOrder = [...scans].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  return [...new Map(inOrder.flatMap(({ runs }) => runs.map((run) => [run.tool, run] as const))).values()];
}

/** A run whose results are not kept, or that passed something over, shows less than there may be. */
function keptWhole(run: ToolRun, imports: readonly ImportEntry[]): ToolRun {
  if (!run.ran) return run;
  const { tool, purposes, report } = run;
  const kept = imports.find((entry) => entry.boundBy === 'scan' && entry.report === report && isOf(tool, entry));
  const because = kept === undefined ? 'what it found is not kept' : whyNotWhole(kept.runs);
  return because === null ? run : { tool, purposes, ran: false, because };
}

const isOf = (tool: string, { runs }: ImportEntry): boolean => runs.some((run) => run.tool === tool);

function whyNotWhole(runs: readonly ImportedRun[]): string | null {
  const half = runs.find(({ completed }) => completed !== true);
  return half === undefined ? null : (half.problems[0] ?? 'it does not say that it came to its end');
}

function importedRuns({ runs, report, boundBy }: ImportEntry): readonly ToolRun[] {
  return runs.map(({ tool, toolVersion, purposes, completed, results }): ToolRun => {
    // Native reports never say that they are whole; the caller who binds one to a commit vouches for it.
    if (completed === false || (completed === null && boundBy !== 'caller')) {
      const because = `its report does not say that it came to its end (${report.slice(0, 19)}; plumbline import --forget takes it back)`;
      return { tool, purposes, ran: false, because };
    }
    return { tool, purposes, ran: true, version: toolVersion ?? 'of unknown version', results, report };
  });
}

/** Reports of one tool for the same purposes as one run; those that are not whole stay apart, each with its reason. */
function together(runs: readonly ToolRun[]): readonly ToolRun[] {
  const merged = new Map<string, ToolRun>();
  for (const run of runs) {
    const key = [run.tool, ...run.purposes, run.ran ? run.version : run.because].join('\n');
    const known = merged.get(key);
    const results = (known?.ran === true ? known.results : 0) + (run.ran ? run.results : 0);
    merged.set(key, run.ran ? { ...run, results } : run);
  }
  return [...merged.values()];
}
