// SPDX-License-Identifier: Apache-2.0

/** A footnote of the publication, at a task or at one of its examples (by number). */
export type Footnote = {
  readonly number: number;
  readonly task: string;
  readonly example?: number;
  readonly text: string;
};
