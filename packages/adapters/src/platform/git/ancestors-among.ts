// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { runGit } from './run-git.ts';

const commitsMax = 1000;

/** Which of some commits `head` descends from or is; those that are not here are not among them. */
export async function ancestorsAmong(
  gitDirectory: string,
  { head, commits }: { readonly head: string; readonly commits: readonly string[] },
  signal?: CancelSignal,
): Promise<ReadonlySet<string>> {
  const ancestors = new Set<string>();
  for (const commit of commits.filter((id) => /^[0-9a-f]{40,64}$/.test(id)).slice(0, commitsMax)) {
    const result = await runGit(gitDirectory, ['merge-base', '--is-ancestor', commit, head], { signal });
    if (result.code === 0) ancestors.add(commit);
  }
  return ancestors;
}
