// SPDX-License-Identifier: Apache-2.0
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import { unwritableWords } from './unwritable-words.ts';

/**
 * Creates a folder and those above it; one that is there stays as it is. Returns the uppermost that was made, null where none was.
 * Throws `output-unwritable`.
 */
export async function createFolder(path: string): Promise<string | null> {
  try {
    return await createWithParents(path);
  } catch (cause) {
    throw new PlumblineError('output-unwritable', `cannot write ${path}: ${unwritableWords(cause)}`, { path, cause });
  }
}

/**
 * Node's own `recursive` never ends where a folder is there and nothing can be made in it: file systems like /proc say so in the
 * words for a folder that is missing.
 */
async function createWithParents(path: string): Promise<string | null> {
  const made = await createOne(path);
  if (made !== 'no-parent') return made === 'made' ? path : null;
  const above = dirname(path) === path ? null : await createWithParents(dirname(path));
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return above ?? path;
}

function createOne(path: string): Promise<'made' | 'there' | 'no-parent'> {
  return mkdir(path).then(
    () => 'made',
    async (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return 'no-parent';
      if ((await stat(path).catch(() => null))?.isDirectory() === true) return 'there';
      throw error;
    },
  );
}
