// SPDX-License-Identifier: Apache-2.0
import { open } from 'node:fs/promises';
import { PlumblineError } from '@plumbline/core/errors';

/** Creates a file with its text; false, and nothing is touched, when something of that name (a link too) is there. */
export async function createFileExclusively(path: string, text: string): Promise<boolean> {
  const file = await open(path, 'wx').catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return null;
    throw new PlumblineError('output-unwritable', `cannot create ${path}`, { path, cause });
  });
  if (file === null) return false;
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return true;
}
