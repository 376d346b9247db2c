// SPDX-License-Identifier: Apache-2.0
import { open } from 'node:fs/promises';

/** Makes a rename in a folder survive a power cut. Windows cannot open folders and needs it not. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
