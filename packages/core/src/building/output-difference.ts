// SPDX-License-Identifier: Apache-2.0

/**
 * Where two builds differ. `members` says it down to what lies in an archive, or which conditions of its build a file holds;
 * empty where nothing of that is seen, or only the packing differs.
 */
export type OutputDifference = {
  readonly path: string;
  readonly what: 'only-first' | 'only-second' | 'content' | 'executable-bit';
  readonly because: string;
  readonly members: readonly string[];
};
