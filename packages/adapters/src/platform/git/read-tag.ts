// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { isoSeconds } from './iso-seconds.ts';
import { resolveRevision } from './resolve-revision.ts';
import { readGit, runGit } from './run-git.ts';

export type TagOfRelease = {
  /** Full id of the commit that the tag leads to. */
  readonly commit: string;
  /** When the tag was made, or its commit where the tag is only a name. ISO 8601. */
  readonly createdAt: string;
};

/** A tag by its exact name, without `refs/tags/`. Throws `usage` when there is none, or it leads to no commit. */
export async function readTag(gitDirectory: string, tag: string, signal?: CancelSignal): Promise<TagOfRelease> {
  const ref = `refs/tags/${tag}`;
  const named = await runGit(gitDirectory, ['check-ref-format', ref], { signal });
  const there =
    named.code === 0 ? await runGit(gitDirectory, ['show-ref', '--verify', '--quiet', '--', ref], { signal }) : named;
  if (there.code !== 0)
    throw new PlumblineError('usage', `there is no tag '${tag.slice(0, 100)}' here`, {
      next: 'Make it (git tag) or fetch it (git fetch --tags), and name it without refs/tags/',
    });
  const commit = await resolveRevision(gitDirectory, ref, signal);
  const format = '--format=%(refname) %(creatordate:unix)';
  const lines = (await readGit(gitDirectory, ['for-each-ref', format, ref], { signal })).toString().split('\n');
  const seconds = lines.find((line) => line.startsWith(`${ref} `))?.slice(ref.length + 1) ?? '';
  return { commit, createdAt: isoSeconds(Number(seconds)) };
}
