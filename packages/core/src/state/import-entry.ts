// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '../digest.ts';
import type { Severity } from '../findings/severity.ts';
import type { ToolReport } from '../findings/tool-report.ts';
import type { ToolResult } from '../findings/tool-result.ts';
import type { StateLines } from './state-store.ts';

/**
 * Who says to which commit a report belongs: the report itself, the scan that produced it, or the caller, who said so.
 * Null: nobody does, and nothing bound to a commit can rest on it.
 */
export type ImportBoundBy = 'report' | 'scan' | 'caller' | null;

/** One run of a report, with what its results in the log come to, so that most questions need not read the log. */
export type ImportedRun = ToolReport & RunCounts;

/** `open` counts what the tool neither calls suppressed nor gone. */
export type RunCounts = {
  readonly results: number;
  readonly open: { readonly [S in Severity]: number };
  readonly suppressed: number;
  /** CWE ids of the open results, sorted by number. */
  readonly weaknesses: readonly string[];
  /** A secret scan that read the whole history of the commit. */
  readonly history?: true;
};

/**
 * A report that was taken in, as an entry of kind `imports`. Its results are a log of their own (`lines`), each line the
 * canonical JSON of an `ImportLine`, so that a report of a million results is one small entry.
 */
export type ImportEntry = {
  readonly schema: 1;
  /** SHA-256 of the report as it was read. */
  readonly report: Digest;
  /** The file as the caller named it, for people; null when there was none. */
  readonly file: string | null;
  /** Id of the parser. */
  readonly format: string;
  readonly commit: string | null;
  readonly boundBy: ImportBoundBy;
  /** ISO 8601. */
  readonly importedAt: string;
  readonly runs: readonly ImportedRun[];
  readonly lines: StateLines;
};

/** A result and the number of its run in `runs`, from 0. */
export type ImportLine = readonly [run: number, result: ToolResult];
