// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '../digest.ts';
import type { MessageSource } from '../signing/signer.ts';

/** Where files of a release are restored to: an empty folder of ours. */
export type RestoreFolder = {
  /** Writes a new file, and says what it came to; stops when it becomes larger than `bytesMax`. */
  readonly write: (
    name: string,
    content: AsyncIterable<Uint8Array>,
    bytesMax: number,
  ) => Promise<{ readonly digest: Digest; readonly size: number }>;
  /** A small file that was written; null when it is larger than `bytesMax`. */
  readonly read: (name: string, bytesMax: number) => Promise<Uint8Array | null>;
  /** A file of any size that was written, to be read in parts. */
  readonly source: (name: string, size: number) => MessageSource;
  /** Of a file that was written, 128 hex digits. */
  readonly sha512: (name: string) => Promise<string>;
};
