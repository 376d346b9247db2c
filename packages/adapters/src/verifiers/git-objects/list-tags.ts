// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { runGit } from '../../platform/git/run-git.ts';

/** A tag by its name without `refs/tags/`. */
export type ListedTag = {
  readonly name: string;
  /** Of the tag object; null for a lightweight tag. */
  readonly objectId: string | null;
  /** What it leads to in the end, through tags of tags. */
  readonly target: string;
};

const stdoutBytesMax = 64 * 1024 * 1024;

/** All tags in the order of their names. Throws `repository-unreadable`: one that cannot be read would hide those behind it. */
export async function listTags(gitDirectory: string, signal?: CancelSignal): Promise<readonly ListedTag[]> {
  const { code, stdout } = await runGit(gitDirectory, ['show-ref', '--tags', '--dereference'], {
    signal,
    stdoutBytesMax,
  });
  // 1: there is none.
  if (code > 1)
    throw new PlumblineError('repository-unreadable', 'a tag leads to an object that is not here or is damaged', {
      next: 'Run git fsck in the repository, or fetch its tags again',
    });
  const tags = new Map<string, ListedTag>();
  // Byte by byte: names that are no UTF-8 would otherwise be one, and line separators of Unicode end a line.
  for (const line of stdout.toString('latin1').split('\n')) {
    const [, id = '', bytes = '', peeled] = /^([0-9a-f]+) refs\/tags\/(.+?)(\^\{\})?$/u.exec(line) ?? [];
    if (id === '') continue;
    const name = Buffer.from(bytes, 'latin1').toString('utf8');
    const known = tags.get(bytes);
    if (peeled === undefined) tags.set(bytes, { name, objectId: null, target: id });
    else if (known !== undefined) tags.set(bytes, { name, objectId: known.target, target: id });
  }
  return [...tags.values()];
}
