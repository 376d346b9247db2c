// SPDX-License-Identifier: Apache-2.0
import { rmSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TemporaryFolder = { readonly path: string; readonly remove: () => Promise<void> };

const present = new Set<string>();
let watching = false;

/** Makes a folder that only this user can enter. It goes with `remove`, at the latest when this process exits. */
export async function createTemporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(await realpath(tmpdir()), 'plumbline-'));
  present.add(path);
  if (!watching) {
    watching = true;
    process.on('exit', () => present.forEach((left) => rmSync(left, { recursive: true, force: true })));
  }
  return {
    path,
    remove: async () => {
      await rm(path, { recursive: true, force: true, maxRetries: 3 });
      present.delete(path);
    },
  };
}

/** What is done in such a folder, which is gone when it is done or fails. `use` is given its path. */
export async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await createTemporaryFolder();
  try {
    return await use(folder.path);
  } finally {
    await folder.remove();
  }
}
