// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '../collecting/collector.ts';
import type { RepositorySnapshot } from '../collecting/repository-snapshot.ts';
import type { ToolPurpose } from '../facts/ci-pipelines.ts';
import type { ToolReport } from '../findings/tool-report.ts';
import type { ToolResult } from '../findings/tool-result.ts';
import type { ScanTarget } from './scan-target.ts';

/**
 * What a scanner must be given to run at all. `work-tree`: the files in a folder; `git-objects`: the history; `network`:
 * it downloads rules or data, or talks to `webAddresses`, and is not run offline.
 */
export type ScannerNeed = 'work-tree' | 'git-objects' | 'network';

/** Whether there is something for it here. `because` is a clause for people: `12 Python files`. */
export type ScanPlan = { readonly state: 'applies' | 'not-applicable'; readonly because: string };

/** What is installed. An embedded scanner is always found; a missing tool says how to get it. */
export type ScannerVersion =
  | { readonly state: 'found'; readonly version: string }
  | { readonly state: 'missing'; readonly because: string; readonly resolve: string };

/** Bounds of one run, for all that it starts together. What exceeds them is ended, and the outcome says so. */
export type ScanBounds = { readonly timeoutMs: number; readonly memoryBytesMax: number };

/** How far it is. `total` is null while it is not known; `unit` is a plural: `files`, `commits`. */
export type ScanProgress = { readonly done: number; readonly total: number | null; readonly unit: string };

export type ScanInput = {
  readonly target: ScanTarget;
  /** The source of all files: embedded scanners read through this alone, be it git objects or a work tree. */
  readonly repository: RepositorySnapshot;
  /** Null: there is no history (plain files), or the caller wants none to be looked through. */
  readonly gitDirectory: string | null;
  /**
   * A folder that holds the files of `repository`, made for this run (never the user's own folder, whose ignored files and
   * configuration would be read too). Null unless the scanner needs `work-tree`.
   */
  readonly workTree: string | null;
  /** An empty folder for a tool's report, configuration and caches. It goes when the run has ended. */
  readonly scratchFolder: string;
  /** Folders from which no program is run: the scanned repository could bring its own scanner. */
  readonly untrustedFolders?: readonly string[];
  /** A file or folder with the rules that the user chose in place of the tool's own; never the repository's choice. */
  readonly rules?: string;
  /** Do not touch the network, and tell the tool so. */
  readonly offline: boolean;
  readonly bounds: ScanBounds;
  readonly signal: CancelSignal;
  /** Receives each result as it comes. When the outcome is `ran: false`, all of them count for nothing. */
  readonly take: (result: ToolResult) => void;
  readonly progress: (progress: ScanProgress) => void;
};

/**
 * What became of a run. `raw` is the tool's own report as it wrote it, to be kept and hashed; null for what is embedded,
 * whose report is the results themselves. A run that did not read all that it should have is `ran: true` with
 * `report.completed: false` and the problems; one that crashed, was cut off or printed half a report is `ran: false`.
 */
export type ScanOutcome =
  | {
      readonly ran: true;
      readonly report: ToolReport;
      readonly raw: Uint8Array | null;
      /** The command line, with the scanned folder as `.`: a reader sees what was looked at, and whether with the history. */
      readonly command?: readonly string[];
      /** A search for secrets that read the history as far as the git directory has it. */
      readonly history?: true;
    }
  | { readonly ran: false; readonly because: string };

/**
 * One tool that looks for weaknesses. `version` and `run` never throw for what a hostile repository contains or a tool
 * prints; an abort rejects with `interrupted`.
 */
export type Scanner = {
  /** Name of its folder. */
  readonly id: string;
  /** One line for the plan: what it looks for. */
  readonly title: string;
  /** Name of the tool for people, as it stands in `ToolReport.tool`. */
  readonly tool: string;
  readonly purposes: readonly [ToolPurpose, ...ToolPurpose[]];
  /** Part of the product: found everywhere, needs nothing installed. */
  readonly embedded: boolean;
  readonly needs: readonly ScannerNeed[];
  readonly bounds: ScanBounds;
  readonly plan: (target: ScanTarget) => ScanPlan;
  readonly version: (signal: CancelSignal, untrustedFolders?: readonly string[]) => Promise<ScannerVersion>;
  readonly run: (input: ScanInput) => Promise<ScanOutcome>;
};
