// SPDX-License-Identifier: Apache-2.0
import { chmod, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes a folder in which a build wrote: module caches are read-only, and so cannot be emptied as they are. */
export async function removeFolder(path: string): Promise<void> {
  await openFolders(path);
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
}

async function openFolders(path: string): Promise<void> {
  await chmod(path, 0o700).catch(() => undefined); // rm says what cannot be removed
  for (const entry of await readdir(path, { withFileTypes: true }).catch(() => []))
    if (entry.isDirectory()) await openFolders(join(path, entry.name));
}
