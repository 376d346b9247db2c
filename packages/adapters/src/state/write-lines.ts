// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import type { StateLines } from '@plumbline/core/state/state-store';
import { flushFolder } from '../platform/files/flush-folder.ts';

const bufferedMax = 1024 * 1024;

/**
 * Writes lines into a file of `folder` that is named by the SHA-256 of its content. Holds at most one MiB of them. A failure
 * leaves nothing behind. Throws `output-unwritable`, and what `lines` throws.
 */
export async function writeLines(folder: string, lines: AsyncIterable<string> | Iterable<string>): Promise<StateLines> {
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}`);
  const file = await open(temporary, 'wx').catch((cause: unknown) => {
    throw new PlumblineError('output-unwritable', `cannot write ${folder}`, { path: folder, cause });
  });
  try {
    const written = await writeAll(file, lines);
    await rename(temporary, join(folder, written.digest.slice('sha256:'.length)));
    await flushFolder(folder);
    return written;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeAll(file: FileHandle, lines: AsyncIterable<string> | Iterable<string>): Promise<StateLines> {
  const hash = createHash('sha256');
  let buffered: string[] = [];
  let waiting = 0;
  const total = { lines: 0, bytes: 0 };
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(buffered.join(''));
    hash.update(bytes);
    total.bytes += bytes.length;
    await file.writeFile(bytes);
    buffered = [];
    waiting = 0;
  };
  try {
    for await (const line of lines) {
      buffered.push(line, '\n');
      waiting += line.length + 1;
      total.lines += 1;
      if (waiting > bufferedMax) await flush();
    }
    await flush();
    await file.sync();
  } finally {
    await file.close();
  }
  return { digest: `sha256:${hash.digest('hex')}`, ...total };
}
