// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { createTemporaryFolder } from '../files/temporary-folder.ts';
import { type CheckedOut, checkOutFiles } from '../git/check-out-files.ts';
import type { OpenRepository } from '../git/open-repository.ts';
import { isScannerSettings, ownSettings } from './scanner-settings.ts';

export type PreparedTree = CheckedOut & { readonly path: string; readonly remove: () => Promise<void> };

/** The files of a repository in a folder of ours, for the tools that read folders: without what sets up scanners. */
export async function prepareTree(repository: OpenRepository, signal: CancelSignal): Promise<PreparedTree> {
  const temporary = await createTemporaryFolder();
  // A name that no path of a repository begins with by chance: tools may tell places from the folder above.
  const path = join(temporary.path, `tree-${randomBytes(8).toString('hex')}`);
  try {
    await mkdir(path);
    for (const [name, text] of Object.entries(ownSettings)) await writeFile(join(path, name), text);
    const checkedOut = await checkOutFiles(repository, { folder: path, leaveOut: isScannerSettings, signal });
    return { ...checkedOut, path, remove: temporary.remove };
  } catch (error) {
    await temporary.remove();
    throw error;
  }
}
