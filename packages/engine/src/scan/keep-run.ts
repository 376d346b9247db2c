// SPDX-License-Identifier: Apache-2.0
import { type Digest, digestOf } from '@plumbline/core/digest';
import type { ToolReport } from '@plumbline/core/findings/tool-report';
import type { Scanner, ScanOutcome } from '@plumbline/core/scanning/scanner';
import type { ImportEntry } from '@plumbline/core/state/import-entry';
import type { LineWriter, StateStore } from '@plumbline/core/state/state-store';
import type { ResultCounter } from '@plumbline/formats/tool-reports/count-results';
import { importEntries } from '@plumbline/findings/stored/import-entries';
import type { ScanFolder, Scanning } from './run-scan.ts';
import { splitByPurpose } from './split-by-purpose.ts';

export type Keeping = {
  readonly scanning: Scanning;
  readonly folder: ScanFolder | null;
  readonly outcome: Extract<ScanOutcome, { readonly ran: true }>;
  readonly writer: LineWriter;
  readonly counter: ResultCounter;
  /** Its name stands in every run, and one run is kept for each of its purposes. */
  readonly scanner: Pick<Scanner, 'tool' | 'purposes'>;
};

/**
 * Keeps the results of a run, bound to the scanned commit; files that differ from a commit are bound to none. An earlier scan
 * of the same commit by the same tool is replaced: its results would count beside those of now.
 */
export async function keepRun(keeping: Keeping): Promise<ImportEntry> {
  const { scanning, folder, outcome, writer, counter, scanner } = keeping;
  const { state, ports, repository, shallow } = scanning;
  const commit = repository.dirty === true || repository.commit === '' ? null : repository.commit;
  const lines = await writer.keep();
  const unseen = folder?.problems ?? [];
  const report: ToolReport = {
    ...outcome.report,
    tool: scanner.tool,
    commit,
    completed: outcome.report.completed === true && unseen.length === 0,
    problems: [...outcome.report.problems, ...unseen],
  };
  const history = outcome.history === true && !shallow ? { history: true as const } : {};
  const entry: ImportEntry = {
    schema: 1,
    report: outcome.raw === null ? lines.digest : ports.digest(outcome.raw),
    file: null,
    format: report.format,
    commit,
    boundBy: 'scan',
    importedAt: ports.now(),
    runs: splitByPurpose(report, scanner.purposes).map((run, index) => ({ ...run, ...counter.of(index), ...history })),
    lines,
  };
  const earlier = await sameScans(state, entry);
  const { id } = await state.add('imports', entry);
  for (const old of earlier) if (old !== id) await state.remove('imports', old);
  return entry;
}

async function sameScans(state: StateStore, { commit, runs }: ImportEntry): Promise<readonly Digest[]> {
  const { imports } = await importEntries(state);
  const same = imports.filter(
    (entry) => entry.boundBy === 'scan' && entry.commit === commit && entry.runs[0]?.tool === runs[0]?.tool,
  );
  return same.map((entry) => digestOf(entry));
}
