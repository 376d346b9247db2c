// SPDX-License-Identifier: Apache-2.0

export type OwnersProblem = { readonly line: number; readonly message: string };

/** A file of code owners, understood: who it names, and whether a path has an owner in the end. */
export type Ownership = {
  readonly rules: number;
  /** Distinct owners. */
  readonly owners: ReadonlySet<string>;
  readonly problems: readonly OwnersProblem[];
  readonly isOwned: (path: string) => boolean;
};

export const problemsMax = 50;
export const rulesMax = 20_000;
