// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto';
import { link, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Digest } from '@plumbline/core/digest';
import { PlumblineError } from '@plumbline/core/errors';
import { flushFolder } from './flush-folder.ts';

export type KeptStream = { readonly digest: Digest; readonly size: number };

export type KeepOptions = {
  /** Called once all is written; what it throws leaves nothing behind. */
  readonly check?: (kept: KeptStream) => void;
  /** Only where nothing has that name; what is there is replaced unless told. */
  readonly exclusively?: boolean;
};

/**
 * Writes a stream into a file that is seen whole or not at all, flushed with its folder when the call returns; null when it was
 * to be made exclusively and something has its name. Throws `output-unwritable`, and what the stream and `check` throw.
 */
export async function keepStream(
  path: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { check, exclusively = false }: KeepOptions = {},
): Promise<KeptStream | null> {
  const temporary = join(dirname(path), `.${randomBytes(12).toString('hex')}`);
  try {
    const kept = await writeNew(temporary, content);
    check?.(kept);
    if (!exclusively) await rename(temporary, path);
    else if (!(await linkNew(temporary, path))) return null;
    await flushFolder(dirname(path));
    return kept;
  } catch (cause) {
    if (cause instanceof PlumblineError || !isSystemError(cause)) throw cause;
    throw new PlumblineError('output-unwritable', `cannot write ${path}: ${cause.message}`, { path, cause });
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Writes a new file and flushes it. Hashing a part goes on while the system writes the one before. */
async function writeNew(path: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<KeptStream> {
  const file = await open(path, 'wx', 0o644);
  try {
    const kept = await writeHashed(file, content);
    await file.sync();
    return kept;
  } finally {
    await file.close();
  }
}

/** Writes a stream at the start of an open file, and says what it came to. */
export async function writeHashed(
  file: FileHandle,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<KeptStream> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of content) {
    const writing = writeAll(file, chunk);
    hash.update(chunk);
    size += chunk.length;
    await writing;
  }
  return { digest: `sha256:${hash.digest('hex')}`, size };
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length;) at += (await file.write(chunk, at, chunk.length - at)).bytesWritten;
}

/** A second name for the file, which the system gives to one process only. */
async function linkNew(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
