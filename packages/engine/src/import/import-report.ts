// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '@plumbline/core/digest';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ImportBoundBy, ImportEntry } from '@plumbline/core/state/import-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import type { TextFault } from '@plumbline/formats/imports/text-fault';
import { readReport } from '@plumbline/formats/tool-reports/read-report';
import type { ReportSource } from '@plumbline/formats/tool-reports/report-parser';
import { countResults } from '@plumbline/formats/tool-reports/count-results';
import { importEntries } from '@plumbline/findings/stored/import-entries';
import { importLine } from '@plumbline/findings/stored/import-lines';

export type ImportInput = {
  readonly state: StateStore;
  readonly source: ReportSource;
  /** SHA-256 over the file. */
  readonly report: Digest;
  /** The file's name for people, without the folders above it. */
  readonly file: string;
  /** The commit that the caller says it is about; a report that names one itself is believed first. */
  readonly commit: string | null;
  readonly importedAt: string;
  readonly format?: string;
};

export type Imported =
  | { readonly state: 'imported' | 'known'; readonly entry: ImportEntry }
  | { readonly state: 'failed'; readonly fault: TextFault };

/**
 * Takes a report in: its results into a log as they are read, then one entry for it. The same file for the same commit is
 * known already and not read again. A report that cannot be read to its end leaves nothing behind.
 */
export async function importReport(input: ImportInput): Promise<Imported> {
  const known = await knownImport(input);
  if (known !== null) return { state: 'known', entry: known };
  const writer = await input.state.openLines();
  const counter = countResults();
  const take = (result: ToolResult, run: number): void => {
    counter.add(run, result);
    writer.write(importLine(run, result));
  };
  try {
    const read = await readReport(drained(input.source, writer.drain), take, formatOf(input));
    if (read.state === 'failed') {
      await writer.drop();
      return read;
    }
    const lines = await writer.keep();
    const runs = read.runs.map((run, index) => ({ ...run, ...counter.of(index) }));
    const entry: ImportEntry = {
      schema: 1,
      report: input.report,
      file: input.file,
      format: read.runs[0]?.format ?? 'unknown',
      ...bindingOf(read.runs, input.commit),
      importedAt: input.importedAt,
      runs,
      lines,
    };
    await input.state.add('imports', entry);
    return { state: 'imported', entry };
  } catch (error) {
    await writer.drop();
    throw error;
  }
}

const formatOf = ({ format }: ImportInput): { readonly format?: string } => (format === undefined ? {} : { format });

async function knownImport({ state, report, commit, format }: ImportInput): Promise<ImportEntry | null> {
  const { imports } = await importEntries(state);
  return (
    imports.find(
      (entry) =>
        entry.report === report &&
        (commit === null || entry.commit === commit || entry.boundBy === 'report') &&
        (format === undefined || entry.format === format),
    ) ?? null
  );
}

/**
 * The report's own word first: a caller who says something else would move findings to a commit that was not looked at. One
 * who says the same vouches for it, also for that it is whole.
 */
function bindingOf(
  runs: readonly { readonly commit: string | null }[],
  given: string | null,
): { readonly commit: string | null; readonly boundBy: ImportBoundBy } {
  const stated = new Set(runs.flatMap(({ commit }) => commit ?? []));
  const [commit] = stated;
  if (commit !== undefined) {
    if (stated.size > 1) return { commit: null, boundBy: null };
    return { commit, boundBy: commit === given ? 'caller' : 'report' };
  }
  return given === null ? { commit: null, boundBy: null } : { commit: given, boundBy: 'caller' };
}

/** The same source, which before each further part waits until what was taken is written. */
function drained({ size, open }: ReportSource, drain: () => Promise<void>): ReportSource {
  return {
    size,
    open: async function* chunks() {
      for await (const chunk of open()) {
        await drain();
        yield chunk;
      }
    },
  };
}
