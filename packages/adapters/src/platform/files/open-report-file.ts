// SPDX-License-Identifier: Apache-2.0
import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Digest } from '@plumbline/core/digest';
import { PlumblineError } from '@plumbline/core/errors';
import { constants } from 'node:fs';

/** A report as a source that can be read more than once, and its digest. */
export type ReportFile = {
  /** The name without its folders. */
  readonly name: string;
  readonly size: number;
  readonly digest: Digest;
  /** With a buffer every part lies in it, and is to be used before the next one is asked for: nothing else is allocated. */
  readonly open: (buffer?: Buffer) => AsyncIterable<Uint8Array>;
  readonly close: () => Promise<void>;
};

const chunkBytes = 1024 * 1024;
const gibibyte = 1024 ** 3;

/** A larger file is no report that anybody reads. */
const reportBytesMax = 8 * gibibyte;

/**
 * Opens a regular file (links to one are followed) and reads it once for its digest, and for the hashes that are wanted
 * beside it. What is read later is the same file, as it stays open, and the same bytes: reading it to the end throws
 * `input-unreadable` where it was written to since. Throws `input-unreadable` and `input-too-large`.
 */
export async function openReportFile(
  path: string,
  bytesMax: number = reportBytesMax,
  beside: readonly Hash[] = [],
): Promise<ReportFile> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((cause: unknown) => {
    throw new PlumblineError('input-unreadable', 'there is no such file, or it cannot be read', { path, cause });
  });
  try {
    const stat = await file.stat({ bigint: true });
    const size = Number(stat.size);
    if (!stat.isFile()) throw new PlumblineError('input-unreadable', 'not a regular file', { path });
    if (size > bytesMax)
      throw new PlumblineError('input-too-large', `larger than ${bytesMax / gibibyte} GiB`, { path });
    const hash = createHash('sha256');
    for await (const chunk of chunksOf(file, size, Buffer.allocUnsafe(chunkBytes)))
      for (const one of [hash, ...beside]) one.update(chunk);
    // What was read once for its digest and is judged in a second reading has to be the same bytes.
    const openAgain = async function* (buffer?: Buffer): AsyncIterable<Uint8Array> {
      yield* chunksOf(file, size, buffer);
      if ((await file.stat({ bigint: true })).ctimeNs === stat.ctimeNs) return;
      throw new PlumblineError('input-unreadable', 'it was changed while it was read', { path });
    };
    return {
      name: basename(path),
      size,
      digest: `sha256:${hash.digest('hex')}`,
      open: openAgain,
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The first `size` bytes: what is appended meanwhile is not what the digest is of. Without a buffer each chunk is its reader's own. */
async function* chunksOf(file: FileHandle, size: number, buffer?: Buffer): AsyncIterable<Uint8Array> {
  for (let at = 0; at < size;) {
    const length = Math.min(buffer?.length ?? chunkBytes, size - at);
    const into = buffer ?? Buffer.allocUnsafe(length);
    const { bytesRead } = await file.read(into, 0, length, at);
    if (bytesRead === 0) return;
    yield into.subarray(0, bytesRead);
    at += bytesRead;
  }
}
