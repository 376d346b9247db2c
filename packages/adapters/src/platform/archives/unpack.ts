// SPDX-License-Identifier: Apache-2.0
import { Readable, type Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { unpackXz } from './unpack-xz.ts';

/** How one file is packed, whatever lies in it. `bzip2` is known and not read. */
export type Packing = 'none' | 'gzip' | 'zstd' | 'xz' | 'bzip2';

/** By the first six bytes. */
export function packingOf(start: Buffer): Packing {
  if (start.length < 6) return 'none';
  if (start.readUInt16BE(0) === 0x1f_8b) return 'gzip';
  if (start.readUInt32BE(0) === 0x28_b5_2f_fd) return 'zstd';
  if (start.readUInt32BE(0) === 0xfd_37_7a_58) return 'xz';
  return start.toString('latin1', 0, 3) === 'BZh' ? 'bzip2' : 'none';
}

export function isZip(start: Buffer): boolean {
  if (start.length < 4) return false;
  const magic = start.readUInt32BE(0);
  return magic === 0x50_4b_03_04 || magic === 0x50_4b_05_06;
}

/** The bytes that were packed, as they come; whoever stops early calls `return`. Errors are those of zlib, and of `unpackXz`. */
export const unpackers: {
  readonly [P in Exclude<Packing, 'bzip2'>]: (chunks: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;
} = {
  none: (chunks) => chunks,
  gzip: (chunks) => through(chunks, createGunzip()),
  zstd: (chunks) => through(chunks, createZstdDecompress()),
  xz: unpackXz,
};

async function* through(chunks: AsyncIterable<Buffer>, transform: Transform): AsyncGenerator<Buffer> {
  const source = Readable.from(chunks);
  source.on('error', (cause) => transform.destroy(cause));
  yield* source.pipe(transform) as AsyncIterable<Buffer>;
}
