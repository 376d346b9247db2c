// SPDX-License-Identifier: Apache-2.0

/** A record file that people keep (`security/*.yaml`), read and validated. Times are ISO days. */
export type RecordFile<T> = {
  readonly path: string;
  readonly content: T;
  /** Written by `plumbline init` and not filled in yet: it never answers yes. */
  readonly placeholder: boolean;
  /** The required fields that nobody has filled in yet: the first of them where they are many. */
  readonly unfilled?: readonly UnfilledField[];
};

/** A field that still says what has to be written there: `roles[0].holders[0]`. `line` counts from 1. */
export type UnfilledField = { readonly field: string; readonly line: number };

/** What stands behind an entry: with a dated document that has an owner it is documented, else asserted. */
export type Backing = { readonly document?: string; readonly owner?: string; readonly reviewedOn?: string };
