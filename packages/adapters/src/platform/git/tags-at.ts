// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { readGit } from './run-git.ts';

/** Names of the tags that point at a commit, in the order of git; at most 1000. */
export async function tagsAt(
  gitDirectory: string,
  commit: string,
  signal: CancelSignal | undefined,
): Promise<readonly string[]> {
  const listed = await readGit(gitDirectory, ['tag', '--points-at', commit], { signal });
  return listed
    .toString('utf8')
    .split('\n', 1000)
    .filter((name) => name !== '');
}
