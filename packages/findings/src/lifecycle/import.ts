// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import type { ToolResult } from '@plumbline/core/findings/tool-result';

/** One run of one tool with its results, as it was taken in. */
export type Import = {
  /** SHA-256 of the report file, `sha256:` and 64 hex digits. */
  readonly report: string;
  /** Number of the run in the report. */
  readonly run: number;
  readonly tool: string;
  readonly toolVersion: string | null;
  readonly purposes: readonly ToolPurpose[];
  readonly commit: string | null;
  /** When it was seen: the end of the run, else the import. ISO 8601. */
  readonly seenAt: string;
  /** The run came to its end. Null: nobody says so, and then it repairs nothing. */
  readonly completed: boolean | null;
  /** Files and folders that it looked at, relative to the root; null: it does not say. */
  readonly paths: readonly string[] | null;
  /** Number of rules that it applied; null: it does not say. */
  readonly rules: number | null;
  readonly results: readonly ToolResult[];
};
