// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { firstParents } from './first-parents.ts';
import { mergeBases } from './read-change.ts';
import { resolveRevision } from './resolve-revision.ts';
import { runGit } from './run-git.ts';

export type Head = { readonly commit: string; readonly defaultBranch: string | null };

/**
 * What a change is compared with, when nobody says: the remote's default branch where the head is not on it yet, as in a pull
 * request; else the commit before the head, as after a push. Null for the first commit of all.
 */
export async function baseOfChange(
  gitDirectory: string,
  { commit, defaultBranch }: Head,
  signal?: CancelSignal,
): Promise<string | null> {
  const remote =
    defaultBranch === null ? null : await commitOf(gitDirectory, `refs/remotes/origin/${defaultBranch}`, signal);
  if (remote !== null && !(await mergeBases(gitDirectory, { base: remote, head: commit }, signal)).includes(commit))
    return remote;
  const [head] = await firstParents(gitDirectory, { head: commit, count: 1 }, signal);
  return head?.parent ?? null;
}

async function commitOf(gitDirectory: string, ref: string, signal?: CancelSignal): Promise<string | null> {
  const there = await runGit(gitDirectory, ['rev-parse', '--verify', '--quiet', ref], { signal });
  return there.code === 0 ? resolveRevision(gitDirectory, ref, signal) : null;
}
