// SPDX-License-Identifier: Apache-2.0
import { mkdir } from 'node:fs/promises';
import { PlumblineError } from '@plumbline/core/errors';

/** Creates a folder and those above it; one that is there stays as it is. Throws `output-unwritable`. */
export async function createFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PlumblineError('output-unwritable', `cannot write ${path}: ${reason}`, { path, cause });
  }
}
