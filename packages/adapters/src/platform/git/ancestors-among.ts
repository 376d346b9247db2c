// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { readGit } from './run-git.ts';

/** An older ancestor is as if it were none: what was found so long ago says little about a change of today. */
const depthMax = 50_000;

/**
 * Which of some commits are `head` or among its last 50,000 ancestors, the oldest first; those that are not here are not among
 * them.
 */
export async function ancestorsAmong(
  gitDirectory: string,
  { head, commits }: { readonly head: string; readonly commits: ReadonlySet<string> },
  signal?: CancelSignal,
): Promise<readonly string[]> {
  const args = ['rev-list', '--topo-order', `--max-count=${depthMax}`, head, '--'];
  const list = (await readGit(gitDirectory, args, { signal })).toString('latin1').split('\n');
  return list.filter((commit) => commits.has(commit)).reverse();
}
