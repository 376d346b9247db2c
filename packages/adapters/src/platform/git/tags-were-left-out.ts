// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { runGit } from './run-git.ts';

/** Whether the clone was told to leave tags out (`git clone --no-tags`), so that having none says nothing. */
export async function tagsWereLeftOut(gitDirectory: string, signal: CancelSignal): Promise<boolean> {
  const result = await runGit(gitDirectory, ['config', '--get', 'remote.origin.tagOpt'], { signal });
  return result.code === 0 && result.stdout.toString().trim() === '--no-tags';
}
