// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import { flushFolder } from './flush-folder.ts';
import { unwritableWords } from './unwritable-words.ts';

/** Parts are written as they come, and are never all held. */
export type WrittenContent = string | Uint8Array | AsyncIterable<string>;

/**
 * Writes a file so that a reader, or a crash at any moment, finds the old content or the new and never half of it:
 * into a new file beside it, flushed, then renamed over it. A link stays one: what it leads to is replaced. A pipe or
 * device (`/dev/stdout`) is written to: replacing it would break it for everybody. Throws `output-unwritable`, also for what the
 * parts throw.
 */
export async function writeFileAtomically(path: string, content: WrittenContent): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path);
    const there = await stat(target).catch(() => null);
    if (there === null || there.isFile()) await replace(target, content);
    else await writeFile(target, content);
  } catch (cause) {
    throw new PlumblineError('output-unwritable', `cannot write ${path}: ${unwritableWords(cause)}`, { path, cause });
  }
}

async function replace(path: string, content: WrittenContent): Promise<void> {
  const random = randomBytes(6).toString('hex');
  // Of bounded length, so that a name which fits as it is still fits.
  const temporary = join(dirname(path), `.${basename(path).slice(0, 60)}.${random}`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await flushFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
