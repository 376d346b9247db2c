// SPDX-License-Identifier: Apache-2.0

/** A file of feed data. `name` is for messages and for its ending; it never becomes a path. */
export type FeedFile = { readonly name: string; readonly bytes: Buffer };

/** Bounds of what is read from one source, whatever it claims: files, bytes of one, bytes of all after unpacking. */
export const filesMax = 2_000_000;
export const fileBytesMax: number = 64 * 1024 * 1024;
export const totalBytesMax: number = 16 * 1024 * 1024 * 1024;

/** Counts what a source has given, and throws when it is more than any feed has. */
export class SourceBounds {
  #files = 0;
  #bytes = 0;

  take(bytes: number): void {
    this.#files += 1;
    this.#bytes += bytes;
    if (this.#files > filesMax) throw new SourceFault(`more than ${filesMax} files`);
    if (this.#bytes > totalBytesMax) throw new SourceFault(`more than ${totalBytesMax} bytes when unpacked`);
  }
}

/** Why an archive cannot be read; becomes `input-invalid` with the path of the archive. */
export class SourceFault extends Error {}
