// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Whether the clone was told to leave tags out (`git clone --no-tags`), so that having none says nothing. Read from the
 * configuration that `createReadingRepository` wrote.
 */
export async function tagsWereLeftOut(gitDirectory: string): Promise<boolean> {
  const config = await readFile(join(gitDirectory, 'config'), 'utf8').catch(() => '');
  return config.includes('\ttagOpt = --no-tags\n');
}
