// SPDX-License-Identifier: Apache-2.0
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { PlumblineError } from '@plumbline/core/errors';

const chunkBytes = 1024 * 1024;

/** A regular file that is open. `chunks` can be called once; it closes the file at its end. */
export type OpenChunks = { readonly size: number; readonly chunks: AsyncIterable<Uint8Array> };

/**
 * Opens a regular file for reading in parts of at most 1 MiB; a link is refused. The part after the one that is handed over is
 * read meanwhile. Null: there is no such file. Throws `input-unreadable`.
 */
export async function readChunks(path: string): Promise<OpenChunks | null> {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
  const file = await open(path, flags).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')) return null;
    throw new PlumblineError('input-unreadable', 'it is a link, or it cannot be read', { path, cause });
  });
  if (file === null) return null;
  const stat = await file.stat();
  if (stat.isFile()) return { size: stat.size, chunks: chunksOf(file) };
  await file.close();
  throw new PlumblineError('input-unreadable', 'not a regular file', { path });
}

async function* chunksOf(file: FileHandle): AsyncIterable<Uint8Array> {
  try {
    // Two buffers in turn: a reader is done with a part before it asks for the next.
    let [filling, other] = [Buffer.allocUnsafe(chunkBytes), Buffer.allocUnsafe(chunkBytes)];
    let reading = file.read(filling, 0, chunkBytes);
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      const ready = filling.subarray(0, bytesRead);
      [filling, other] = [other, filling];
      reading = file.read(filling, 0, chunkBytes);
      reading.catch(() => undefined); // thrown when it is awaited, unless the reader goes away before
      yield ready;
    }
  } finally {
    await file.close();
  }
}
