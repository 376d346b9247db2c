// SPDX-License-Identifier: Apache-2.0

/** A file of an archive. `name` is as the archive says it, for messages and endings; it never becomes a path. */
export type ArchiveFile = {
  readonly name: string;
  readonly bytes: Buffer;
  /** Left out where the archive does not say. */
  readonly executable?: boolean;
  /** Seconds since 1970; left out where the archive has no moment that is the same everywhere. */
  readonly modifiedAt?: number;
};

/** Something of an archive that is no file, or one that was not asked for. */
export type ArchiveEntry = {
  readonly name: string;
  readonly size: number;
  /** Where a link leads; null for all else. */
  readonly link: string | null;
};

/** How much is read of one archive, whatever it claims: files, bytes of one, bytes of all after unpacking. */
export type ArchiveLimits = {
  readonly filesMax: number;
  readonly fileBytesMax: number;
  readonly totalBytesMax: number;
};

export type ReadArchive = {
  readonly limits: ArchiveLimits;
  /** Which files are unpacked; all unless told. Those that are not may be larger than one file may be. */
  readonly wants?: (entry: ArchiveEntry) => boolean;
  /** Hears of every entry, in order, before it is read: links too. */
  readonly onEntry?: (entry: ArchiveEntry) => void;
};

/** Why an archive cannot be read; whoever asked for it says which one. */
export class ArchiveFault extends Error {}

/** Counts what an archive has given, and throws when it is more than it may be. */
export class ArchiveBounds {
  readonly #limits: ArchiveLimits;
  #files = 0;
  #bytes = 0;

  constructor(limits: ArchiveLimits) {
    this.#limits = limits;
  }

  take(bytes: number): void {
    const { filesMax, totalBytesMax } = this.#limits;
    this.#files += 1;
    this.#bytes += bytes;
    if (this.#files > filesMax) throw new ArchiveFault(`more than ${filesMax} files`);
    if (this.#bytes > totalBytesMax) throw new ArchiveFault(`more than ${totalBytesMax} bytes when unpacked`);
  }

  /** Throws when one file is larger than it may be. */
  check(name: string, bytes: number): void {
    const { fileBytesMax } = this.#limits;
    if (bytes > fileBytesMax) throw new ArchiveFault(`${name} is larger than ${fileBytesMax} bytes`);
  }
}
