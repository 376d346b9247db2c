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
/** What a tag names itself, when that is a tag object, and the commit that it leads to in the end. */
type Peeled = {
  readonly tag: RawTag | null;
  readonly commit: { readonly id: string; readonly committedAt: number | null } | null;
};

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
    const { tag, commit } = peeled.get(id) ?? { tag: null, commit: null };
    const seconds = tag?.taggedAt ?? commit?.committedAt ?? null;
    if (commit === null || seconds === null) unread.push({ name, because: 'it does not name a commit of this clone' });
    else {
      const signature = tag?.signature ?? null;
      tags.push({ name, createdAt: isoSeconds(seconds), commit: commit.id, annotated: tag !== null, signature });
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

/** What each object is, and the commit that it leads to through however many tags (`<id>^{}`, gitrevisions(7)). */
async function peel(
  gitDirectory: string,
  refs: readonly string[],
  signal: CancelSignal,
): Promise<ReadonlyMap<string, Peeled>> {
  const ids = [...new Set(refs)];
  const tags = new Map<string, RawTag>();
  const commits = new Map<string, NonNullable<Peeled['commit']>>();
  await readObjects(
    gitDirectory,
    ids.flatMap((id) => [id, `${id}^{}`]),
    {
      signal,
      bytesMax: objectBytesMax,
      visit: (object, index) => {
        const id = ids[Math.floor(index / 2)];
        if (object.state !== 'read' || id === undefined) return;
        if (object.type === 'tag') tags.set(id, parseTag(object.bytes));
        if (object.type === 'commit')
          commits.set(id, { id: object.objectId, committedAt: parseCommit(object.bytes).committedAt });
      },
    },
  );
  return new Map(ids.map((id) => [id, { tag: tags.get(id) ?? null, commit: commits.get(id) ?? null }]));
}
