// SPDX-License-Identifier: Apache-2.0

/** A record file that people keep (`security/*.yaml`), read and validated. Times are ISO days. */
export type RecordFile<T> = {
  readonly path: string;
  readonly content: T;
  /** Written by `plumbline init` and not filled in yet: it never answers yes. */
  readonly placeholder: boolean;
};

/** What stands behind an entry: with a dated document that has an owner it is documented, else asserted. */
export type Backing = { readonly document?: string; readonly owner?: string; readonly reviewedOn?: string };
