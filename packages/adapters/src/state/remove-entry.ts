// SPDX-License-Identifier: Apache-2.0
import { rm } from 'node:fs/promises';
import { PlumblineError } from '@plumbline/core/errors';

/** Removes an entry; false when there is none. Throws `output-unwritable`. */
export async function removeEntry(path: string): Promise<boolean> {
  try {
    await rm(path);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return false;
    throw new PlumblineError('output-unwritable', `cannot remove ${path}`, { path, cause });
  }
}
