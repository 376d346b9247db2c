// SPDX-License-Identifier: Apache-2.0

/** What every imported report must name before it counts; a missing part makes its checks unknown. */
export type ImportBinding = {
  readonly file: string;
  readonly sha256: string;
  readonly tool: string | null;
  readonly toolVersion: string | null;
  readonly commit: string | null;
  /** The run says it came to its end. Null: it does not say. */
  readonly completed: boolean | null;
  readonly finishedAt: string | null;
  /** What is wrong with the file, clause by clause; what was usable was kept. */
  readonly problems: readonly string[];
};
