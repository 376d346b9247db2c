// SPDX-License-Identifier: Apache-2.0

/** What is wrong with a policy, and where in its file. Both count from 1. */
export type PolicyFault = { readonly because: string; readonly line: number; readonly column: number };

/** A step into the document: a key, or an index of a list. */
export type Step = string | number;

/**
 * Where a value of the file starts. `literal`: a block of which every line stands as it is, `indent` columns from the left;
 * in other texts of several lines a place inside cannot be told apart.
 */
export type ValuePlace = {
  readonly line: number;
  readonly column: number;
  readonly literal: boolean;
  readonly indent: number;
};

export type PlaceOf = (steps: readonly Step[]) => ValuePlace;
