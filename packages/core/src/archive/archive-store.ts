// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '../digest.ts';
import type { ReleaseRole } from '../release/release-manifest.ts';
import type { ArchivedObject } from './archive-entry.ts';

/** An object that lies in an archive. `keptAt`: when it was last put there, ISO 8601. */
export type KeptObject = { readonly digest: Digest; readonly size: number; readonly keptAt: string };

/** What an archive says about a release, as it is now. `fault`: why it cannot be what was put there, where the archive can tell. */
export type KeptEntry = { readonly name: string; readonly bytes: Uint8Array; readonly fault?: string };

/** What an object of a release is for, where that is known. */
export type ObjectToKeep = ArchivedObject & { readonly role?: ReleaseRole };

/** A text for an entry, and the objects that it speaks of, for archives that list them in a form of their own. */
export type EntryToKeep = {
  readonly name: string;
  readonly text: string;
  readonly objects: readonly ObjectToKeep[];
};

/**
 * Where releases are kept: objects by their digest, and a small entry for each release by its name. What a call has returned is
 * on the disk, or with the server; what was being written when a process died is never seen. Two processes may write at once.
 * Nothing here is trusted when it is read: readers compare digests. Throws `fetch-failed`, `input-unreadable` or
 * `output-unwritable` when the place cannot be reached.
 */
export type ArchiveStore = {
  /** For messages. */
  readonly location: string;
  /**
   * Keeps an object, also over a damaged one of the same digest. Throws `input-invalid`, and keeps nothing, when the content has
   * another digest or size.
   */
  readonly put: (object: ArchivedObject, content: AsyncIterable<Uint8Array>) => Promise<void>;
  /** The bytes as they are; null: there is no such object. */
  readonly read: (digest: Digest) => Promise<AsyncIterable<Uint8Array> | null>;
  readonly objects: () => AsyncIterable<KeptObject>;
  readonly removeObject: (digest: Digest) => Promise<void>;
  /** Creates the entry; false, and nothing is touched, when there is one of that name. */
  readonly addEntry: (entry: EntryToKeep) => Promise<boolean>;
  /** Puts an entry in the place of the one of its name. */
  readonly replaceEntry: (entry: EntryToKeep) => Promise<void>;
  /** Null: there is none of that name. */
  readonly entry: (name: string) => Promise<KeptEntry | null>;
  /** All entries in the order of their names. Throws `input-too-large` for more than anybody keeps. */
  readonly entries: () => Promise<readonly KeptEntry[]>;
  readonly removeEntry: (name: string) => Promise<void>;
};
