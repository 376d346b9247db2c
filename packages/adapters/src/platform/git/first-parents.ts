// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { readGit } from './run-git.ts';

/** A commit of the first-parent line and the one before it, which a root has not. */
export type LineCommit = { readonly commit: string; readonly parent: string | null };

/** The last `count` commits of the first-parent line, the newest first: as the branch itself moved. */
export async function firstParents(
  gitDirectory: string,
  { head, count }: { readonly head: string; readonly count: number },
  signal?: CancelSignal,
): Promise<readonly LineCommit[]> {
  const args = ['rev-list', '--first-parent', '--parents', `--max-count=${count}`, head, '--'];
  const lines = (await readGit(gitDirectory, args, { signal })).toString().trim().split('\n');
  return lines.flatMap((line) => {
    const [commit, parent] = line.split(' ');
    return commit === undefined || commit === '' ? [] : [{ commit, parent: parent ?? null }];
  });
}
