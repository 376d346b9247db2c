// SPDX-License-Identifier: Apache-2.0
import { readdir } from 'node:fs/promises';
import { PlumblineError } from '@plumbline/core/errors';

/** Throws `output-unwritable` where there is something already: nothing of an earlier build may pass for this one's. */
export async function assertUnused(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : null));
  if (there?.length === 0) return;
  throw new PlumblineError('output-unwritable', `${folder} is there already and not an empty folder`, {
    path: folder,
    next: 'Remove it, or name another folder with --output',
  });
}
