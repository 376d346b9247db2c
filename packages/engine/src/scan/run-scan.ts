// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { Digest } from '@plumbline/core/digest';
import { PlumblineError } from '@plumbline/core/errors';
import type { ToolRun } from '@plumbline/core/findings/tool-run';
import type { ScanTarget } from '@plumbline/core/scanning/scan-target';
import type { ScanProgress } from '@plumbline/core/scanning/scanner';
import type { ScanEntry } from '@plumbline/core/state/scan-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { inParallel } from './in-parallel.ts';
import type { PlannedTool, RunnableTool } from './planned-tool.ts';
import { type KeptRun, runTool } from './run-tool.ts';

/** The folder that a tool reads from, with what could not be put there. */
export type ScanFolder = { readonly path: string; readonly problems: readonly string[] };

export type Scanning = {
  readonly plan: readonly PlannedTool[];
  readonly target: ScanTarget;
  readonly repository: RepositorySnapshot;
  /** Where secrets in the history are looked for; null when that is not asked for or there is none. */
  readonly gitDirectory: string | null;
  /** The history ends early: what was found in it counts, what was not does not. */
  readonly shallow: boolean;
  readonly state: StateStore;
  readonly offline: boolean;
  readonly untrustedFolders: readonly string[];
  /** By id of the scanner. */
  readonly rules: ReadonlyMap<string, string>;
  /** At most this long for one tool, where it is less than the tool's own bound. */
  readonly timeoutMs: number | null;
  readonly parallel: number;
  readonly signal: CancelSignal;
  readonly ports: ScanPorts;
};

/** What the world has to give. */
export type ScanPorts = {
  /** The files in a folder of ours, made when the first tool needs it. */
  readonly workTree: () => Promise<ScanFolder>;
  /** An empty folder, which goes when the run of the tool has ended. */
  readonly scratchFolder: () => Promise<{ readonly path: string; readonly remove: () => Promise<void> }>;
  readonly digest: (bytes: Uint8Array) => Digest;
  /** ISO 8601. */
  readonly now: () => string;
  readonly started: (tool: RunnableTool) => void;
  readonly progress: (tool: RunnableTool, progress: ScanProgress) => void;
  readonly ended: (tool: RunnableTool, run: ToolRun) => void;
};

/** What a scan came to: the entry that was kept, and for each tool that ran the entry with its results. */
export type Scanned = { readonly entry: ScanEntry; readonly kept: readonly KeptRun[] };

/**
 * Runs the tools of a plan side by side and keeps what they found. A tool that is missing, refused or fails is `ran: false`
 * with the reason; the others go on. Throws `interrupted` when the signal is aborted: then no scan is kept.
 */
export async function runScan(scanning: Scanning): Promise<Scanned> {
  const { plan, repository, state, ports, signal, parallel } = scanning;
  const startedAt = ports.now();
  const planned = plan.filter((tool) => countsAsRun(tool));
  const runnable = planned.flatMap((tool) => (tool.state === 'runs' ? [tool] : []));
  const outcomes = await inParallel(runnable, parallel, async (tool) => {
    if (signal.aborted) throw interrupted();
    return runTool(tool, scanning);
  });
  if (signal.aborted) throw interrupted();
  const byId = new Map(outcomes.map((outcome) => [outcome.scanner, outcome]));
  const runs = planned.map((tool) => byId.get(tool.scanner.id)?.run ?? notRun(tool));
  const { commit, dirty } = repository;
  const entry: ScanEntry = {
    schema: 1,
    commit: commit === '' ? null : commit,
    dirty: dirty === true,
    startedAt,
    runs,
  };
  await state.add('scans', entry);
  return { entry, kept: outcomes.flatMap(({ kept }) => (kept === null ? [] : [kept])) };
}

/** A tool that nobody has installed or asked for leaves no gap: what is expected is said by asking for it. */
function countsAsRun({ state, asked }: PlannedTool): boolean {
  return state === 'runs' || state === 'refused' || (state === 'missing' && asked);
}

function notRun(tool: PlannedTool): ToolRun {
  const { tool: name, purposes } = tool.scanner;
  return { tool: name, purposes, ran: false, because: tool.because };
}

const interrupted = (): PlumblineError => new PlumblineError('interrupted', 'The scan was interrupted');
