// SPDX-License-Identifier: Apache-2.0
import type { ToolRun } from '../findings/tool-run.ts';

/**
 * A scan, as an entry of kind `scans`: which tools ran on which commit, and which could not. What they found is in the
 * entries of kind `imports` whose `report` is that of the run.
 */
export type ScanEntry = {
  readonly schema: 1;
  /** Full id of the commit that was scanned; null for files outside of git. */
  readonly commit: string | null;
  /** The files were those of a work tree that differs from the commit. */
  readonly dirty: boolean;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly runs: readonly ToolRun[];
};
