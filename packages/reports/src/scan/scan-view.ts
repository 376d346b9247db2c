// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ImportedRun } from '@plumbline/core/state/import-entry';

/**
 * What became of one tool of a scan. `did-not-run` and `missing` leave something unlooked at, and never read as clean;
 * `not-applicable` and `left-out` do not. `asked`: the user named it.
 */
export type ScanToolView = {
  /** Id of the scanner. */
  readonly id: string;
  readonly tool: string;
  /** What it looks for. */
  readonly title: string;
  readonly purposes: readonly ToolPurpose[];
  readonly asked: boolean;
} & (
  | {
      readonly state: 'ran';
      /** Why it ran: `12 Python files`. */
      readonly because: string;
      /** One for each purpose. */
      readonly runs: readonly [ImportedRun, ...ImportedRun[]];
      /** The command line, with the scanned folder as `.`; null for what is part of the product. */
      readonly command: readonly string[] | null;
    }
  | { readonly state: 'did-not-run' | 'missing'; readonly because: string; readonly resolve: string | null }
  | { readonly state: 'not-applicable' | 'left-out'; readonly because: string }
  /** Of a plan. */
  | { readonly state: 'will-run'; readonly because: string; readonly version: string }
);

/** A scan for people and machines. */
export type ScanView = {
  readonly version: string;
  readonly subject: {
    /** Of the repository; a folder of this machine is no address. */
    readonly uri: string;
    /** Null for files outside of git. */
    readonly commit: string | null;
    /** The files differ, or may, from the commit. */
    readonly dirty: boolean;
    /** The files are those that are staged for the next commit. */
    readonly staged?: true;
  };
  readonly startedAt: string;
  readonly tools: readonly ScanToolView[];
};

/** The results of one tool, by its id; of one of its runs where that is named. */
export type ResultsOf = (id: string, run?: number) => AsyncIterable<ToolResult>;
