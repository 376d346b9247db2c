// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '../digest.ts';

/** An object of an archive: the manifest of a release or one of its parts. `size` in bytes. */
export type ArchivedObject = { readonly name: string; readonly digest: Digest; readonly size: number };

/** A release in an archive: which objects it consists of, and until when they are kept. The first object is its manifest. */
export type ArchiveEntry = {
  readonly schema: 1;
  readonly name: string;
  readonly objects: readonly ArchivedObject[];
  /** ISO 8601. */
  readonly archivedAt: string;
  /** The last day, YYYY-MM-DD (UTC), on which nothing of it is deleted; null: it is kept without end. */
  readonly retainUntil: string | null;
};
