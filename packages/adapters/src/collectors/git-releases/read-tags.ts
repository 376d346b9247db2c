// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { ReleaseTag } from '@plumbline/core/facts/git-releases';
import { PlumblineError } from '@plumbline/core/errors';
import { isoSeconds } from '../../platform/git/iso-seconds.ts';
import { parseCommit } from '../../platform/git/parse-commit.ts';
import { parseTag, type RawTag } from '../../platform/git/parse-tag.ts';
import { readObjects } from '../../platform/git/read-objects.ts';
import { readGit } from '../../platform/git/run-git.ts';

/** A tag whose commit could not be found out: it names a file or a tree, or its object is not there. */
export type UnreadTag = { readonly name: string; readonly because: string };

export type TagListing = { readonly tags: readonly ReleaseTag[]; readonly unread: readonly UnreadTag[] };

const tagsMax = 200_000;
const objectBytesMax = 1024 * 1024;
const bounds = { stdoutBytesMax: 128 * 1024 * 1024, timeoutMs: 60_000 };

type Ref = { readonly name: string; readonly id: string };
type Peeled = { readonly tag: RawTag | null; readonly commit: string | null; readonly committedAt: number | null };

/** Reads every tag of a repository: the tag objects, and the commits that they name, in one pass. */
export async function readTags(gitDirectory: string, signal: CancelSignal): Promise<TagListing> {
  const refs = await listTags(gitDirectory, signal);
  const peeled = await peel(
    gitDirectory,
    refs.map(({ id }) => id),
    signal,
  );
  const tags: ReleaseTag[] = [];
  const unread: UnreadTag[] = [];
  for (const { name, id } of refs) {
    const own = peeled.get(id);
    const inner = own?.tag === null || own === undefined ? own : peeled.get(own.tag.target);
    const seconds = own?.tag?.taggedAt ?? inner?.committedAt ?? null;
    if (own === undefined || inner === undefined || inner.commit === null || seconds === null) {
      unread.push({ name, because: 'it does not name a commit of this clone' });
    } else {
      const signature = own.tag?.signature ?? null;
      tags.push({ name, createdAt: isoSeconds(seconds), commit: inner.commit, annotated: own.tag !== null, signature });
    }
  }
  return { tags, unread };
}

async function listTags(gitDirectory: string, signal: CancelSignal): Promise<readonly Ref[]> {
  const args = ['for-each-ref', '--format=%(objectname) %(refname)', 'refs/tags'];
  const output = (await readGit(gitDirectory, args, { ...bounds, signal })).toString();
  const lines = output.split('\n').filter((line) => line.length > 0);
  if (lines.length > tagsMax) throw new PlumblineError('input-too-large', `There are more than ${tagsMax} tags`);
  return lines.map((line) => {
    const space = line.indexOf(' ');
    return { id: line.slice(0, space), name: line.slice(space + 1 + 'refs/tags/'.length) };
  });
}

/**
 * What each object is, a tag or a commit, and the commit that each leads to in the end (`<id>^{}`, gitrevisions(7)).
 * Others, missing and huge ones are left out.
 */
async function peel(
  gitDirectory: string,
  ids: readonly string[],
  signal: CancelSignal,
): Promise<ReadonlyMap<string, Peeled>> {
  const peeled = new Map<string, Peeled>();
  const asked = [...new Set(ids)].flatMap((id) => [id, `${id}^{}`]);
  await readObjects(gitDirectory, asked, {
    signal,
    bytesMax: objectBytesMax,
    visit: (object) => {
      if (object.state !== 'read') return;
      const id = object.objectId;
      if (object.type === 'tag') peeled.set(id, { tag: parseTag(object.bytes), commit: null, committedAt: null });
      if (object.type !== 'commit') return;
      peeled.set(id, { tag: null, commit: id, committedAt: parseCommit(object.bytes).committedAt });
    },
  });
  return peeled;
}
