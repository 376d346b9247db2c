// SPDX-License-Identifier: Apache-2.0
import type { FileHandle } from 'node:fs/promises';
import { ArchiveFault } from './archive-file.ts';

/** Bytes of which any part can be had: a file, or what was unpacked of an archive. */
export type ByteSource = {
  readonly size: number;
  /** Exactly these bytes; throws ArchiveFault when they are not all there. */
  readonly read: (offset: number, length: number) => Promise<Buffer>;
};

export function bufferSource(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    read: async (offset, length) => {
      refuseBeyond(bytes.length, offset, length);
      return bytes.subarray(offset, offset + length);
    },
  };
}

export async function fileSource(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    size,
    read: async (offset, length) => {
      refuseBeyond(size, offset, length);
      const bytes = Buffer.allocUnsafe(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled);
        if (bytesRead === 0) throw new ArchiveFault('it was cut short while it was read');
        filled += bytesRead;
      }
      return bytes;
    },
  };
}

function refuseBeyond(size: number, offset: number, length: number): void {
  if (!Number.isSafeInteger(offset) || offset < 0 || length < 0 || offset + length > size)
    throw new ArchiveFault('it is not whole: it points beyond its end');
}
