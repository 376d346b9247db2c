// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ToolRun } from '@plumbline/core/findings/tool-run';
import type { ScanInput, ScanOutcome } from '@plumbline/core/scanning/scanner';
import type { ImportEntry } from '@plumbline/core/state/import-entry';
import type { LineWriter } from '@plumbline/core/state/state-store';
import { countResults, type ResultCounter } from '@plumbline/formats/tool-reports/count-results';
import { importLine } from '@plumbline/findings/stored/import-lines';
import { keepRun } from './keep-run.ts';
import type { RunnableTool } from './planned-tool.ts';
import { runOfKind } from './split-by-purpose.ts';
import type { ScanFolder, Scanning } from './run-scan.ts';

/** A run whose results were kept. */
export type KeptRun = {
  readonly scanner: string;
  readonly entry: ImportEntry;
  /** The command line as run, for the report. */
  readonly command: readonly string[] | null;
};

export type ToolOutcome = { readonly scanner: string; readonly run: ToolRun; readonly kept: KeptRun | null };

/** A scanner that is told to stop is given this long to do so before it is no longer waited for. */
const graceMs = 2000;

/** Runs one tool and keeps its results, if it ran. Throws `interrupted` only: all else that fails is a reason. */
export async function runTool(tool: RunnableTool, scanning: Scanning): Promise<ToolOutcome> {
  const { state, ports } = scanning;
  const { id, tool: name, purposes, needs } = tool.scanner;
  ports.started(tool);
  const scratch = await ports.scratchFolder();
  const writer = await state.openLines();
  const counter = countResults();
  try {
    const folder = needs.includes('work-tree') ? await ports.workTree() : null;
    const outcome = await outcomeOf(tool, { scanning, folder, scratch: scratch.path, writer, counter });
    if (!outcome.ran) {
      await writer.drop();
      const run: ToolRun = { tool: name, purposes, ran: false, because: outcome.because };
      ports.ended(tool, run);
      return { scanner: id, run, kept: null };
    }
    const entry = await keepRun({ scanning, folder, outcome, writer, counter, scanner: tool.scanner });
    const run: ToolRun = {
      tool: name,
      purposes: outcome.report.purposes,
      ran: true,
      version: outcome.report.toolVersion ?? tool.version,
      results: entry.runs.reduce((sum, { results }) => sum + results, 0),
      report: entry.report,
    };
    ports.ended(tool, run);
    return { scanner: id, run, kept: { scanner: id, entry, command: outcome.command ?? null } };
  } catch (error) {
    await writer.drop().catch(() => undefined); // it may have been kept already; what failed tells more
    throw error;
  } finally {
    await scratch.remove();
  }
}

export type ToolRunning = {
  readonly scanning: Scanning;
  readonly folder: ScanFolder | null;
  readonly scratch: string;
  readonly writer: LineWriter;
  readonly counter: ResultCounter;
};

async function outcomeOf(tool: RunnableTool, running: ToolRunning): Promise<ScanOutcome> {
  const { scanning } = running;
  const bounds = boundsOf(tool, scanning);
  const timeout = AbortSignal.timeout(bounds.timeoutMs + graceMs);
  const stop = new AbortController();
  const stopped = AbortSignal.any([timeout, stop.signal]);
  const forward = (): void => stop.abort();
  scanning.signal.addEventListener('abort', forward, { once: true });
  const given = new Promise<ScanOutcome>((resolve) => {
    timeout.addEventListener('abort', () => resolve(outOfTime(tool, bounds.timeoutMs)), { once: true });
  });
  try {
    return await Promise.race([tool.scanner.run(inputOf(tool, running, stopped)), given]);
  } catch (error) {
    if (scanning.signal.aborted) throw new PlumblineError('interrupted', 'The scan was interrupted', { cause: error });
    if (timeout.aborted) return outOfTime(tool, bounds.timeoutMs);
    return {
      ran: false,
      because: `${tool.scanner.tool} failed: ${error instanceof Error ? error.message : String(error)}`,
    };
  } finally {
    scanning.signal.removeEventListener('abort', forward);
  }
}

const outOfTime = ({ scanner }: RunnableTool, timeoutMs: number): ScanOutcome => ({
  ran: false,
  because: `${scanner.tool} was ended after ${Math.round(timeoutMs / 1000)} seconds without being done`,
});

function boundsOf({ scanner }: RunnableTool, { timeoutMs }: Scanning): ScanInput['bounds'] {
  return { ...scanner.bounds, timeoutMs: Math.min(scanner.bounds.timeoutMs, timeoutMs ?? scanner.bounds.timeoutMs) };
}

function inputOf(
  tool: RunnableTool,
  { scanning, folder, scratch, writer, counter }: ToolRunning,
  signal: AbortSignal,
): ScanInput {
  const { target, repository, gitDirectory, offline, untrustedFolders, rules, ports } = scanning;
  const chosen = rules.get(tool.scanner.id);
  return {
    target,
    repository,
    gitDirectory,
    workTree: folder?.path ?? null,
    scratchFolder: scratch,
    untrustedFolders,
    ...(chosen === undefined ? {} : { rules: chosen }),
    offline,
    bounds: boundsOf(tool, scanning),
    signal,
    take: (result: ToolResult) => {
      const run = runOfKind(result.kind, tool.scanner.purposes);
      counter.add(run, result);
      writer.write(importLine(run, result));
    },
    progress: (progress) => ports.progress(tool, progress),
  };
}
