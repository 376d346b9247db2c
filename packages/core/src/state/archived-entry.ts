// SPDX-License-Identifier: Apache-2.0
import type { ArchivedObject } from '../archive/archive-entry.ts';
import type { Digest } from '../digest.ts';
import type { ReleaseRole } from '../release/release-manifest.ts';

/** A release that was put into an archive, which has acknowledged every object, as an entry of kind `archived`. */
export type ArchivedEntry = {
  readonly schema: 1;
  /** Where the archive is, without credentials. */
  readonly archive: string;
  readonly name: string;
  readonly manifest: Digest;
  readonly tag: string;
  readonly commit: string;
  /** ISO 8601. */
  readonly archivedAt: string;
  /** The last day (YYYY-MM-DD, UTC) of retention; null: without end. */
  readonly retainUntil: string | null;
  readonly objects: readonly (ArchivedObject & { readonly role: ReleaseRole | 'manifest' })[];
};
