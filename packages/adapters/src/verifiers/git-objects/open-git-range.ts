// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import type { GitObject, RangeCommit, RangeTag } from '@plumbline/core/verification/git-object';
import { findGitDirectory } from '../../platform/git/find-git-directory.ts';
import { createObjectReader, type ObjectReader } from '../../platform/git/object-reader.ts';
import { createReadingRepository } from '../../platform/git/reading-repository.ts';
import { repositoryUri } from '../../platform/git/repository-uri.ts';
import { gitObjectOf, objectBytesMax } from './git-object-of.ts';
import { type ListedCommit, type ListedRange, listRange } from './list-range.ts';
import { type ListedTag, listTags } from './list-tags.ts';

/** Which commits and tags of a repository are asked for: those of a range, or one tag and the commit that it leads to. */
export type GitRangeChoice = { readonly range: string } | { readonly tag: string };

export type OpenGitRange = {
  /** How the repository is called in reports. */
  readonly repository: string;
  /** The ends of the range by their full ids; null: a tag was asked for. */
  readonly ends: Pick<ListedRange, 'base' | 'head'> | null;
  /** The commits that the tags lead to, by their names. */
  readonly targets: ReadonlyMap<string, string>;
  /** Commits newest first, read while the ones before are looked at. */
  readonly commits: () => AsyncIterable<RangeCommit>;
  readonly tags: () => AsyncIterable<RangeTag>;
  /** Commits whose parents are not in this clone, so that what lies behind them is not among `commits`. */
  readonly cutOffAt: readonly string[];
  /** Ends every process and removes every temporary folder. */
  readonly close: () => Promise<void>;
};

/** Objects that are read ahead: with the largest size of one, the bound of what is held. */
const batch = 256;

/**
 * Opens the commits and tags of a local repository. Nothing of it is run. Throws `usage` for what is not there,
 * `not-a-repository`, `repository-unreadable`, `input-too-large`, `git-missing` and `interrupted`.
 */
export async function openGitRange(path: string, choice: GitRangeChoice, signal?: CancelSignal): Promise<OpenGitRange> {
  const found = await findGitDirectory(path);
  const { gitDirectory, config, remove } = await createReadingRepository(found, { signal });
  const reader = createObjectReader(gitDirectory, signal);
  const close = async (): Promise<void> => {
    reader.close();
    await remove();
  };
  try {
    const tags = await listTags(gitDirectory, signal);
    const { commits, cutOffAt, chosen, ends } =
      'tag' in choice ? taggedCommit(choice.tag, tags) : await rangeOf(gitDirectory, choice.range, tags, signal);
    return {
      repository: repositoryUri(config, found.workTree ?? found.common),
      ends,
      targets: new Map(chosen.map(({ name, target }) => [name, target])),
      commits: () => rangeCommits(reader, commits),
      tags: () => rangeTags(reader, chosen),
      cutOffAt,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

type Chosen = {
  readonly commits: readonly ListedCommit[];
  readonly cutOffAt: readonly string[];
  readonly chosen: readonly ListedTag[];
  readonly ends: OpenGitRange['ends'];
};

async function rangeOf(
  gitDirectory: string,
  range: string,
  tags: readonly ListedTag[],
  signal: CancelSignal | undefined,
): Promise<Chosen> {
  const listed = await listRange(gitDirectory, range, signal);
  const within = new Set(listed.commits.map(({ objectId }) => objectId));
  const { base, head } = listed;
  return { ...listed, ends: { base, head }, chosen: tags.filter(({ target }) => within.has(target)) };
}

function taggedCommit(name: string, tags: readonly ListedTag[]): Chosen {
  const chosen = tags.filter((tag) => tag.name === name);
  if (chosen.length > 0) return { commits: [], cutOffAt: [], chosen, ends: null };
  throw new PlumblineError('usage', `there is no tag '${name.slice(0, 100)}' here`, {
    next: 'Fetch it (git fetch --tags), and name it without refs/tags/',
  });
}

async function* rangeCommits(reader: ObjectReader, commits: readonly ListedCommit[]): AsyncIterable<RangeCommit> {
  const objects = readAhead(
    reader,
    commits.map(({ objectId }) => objectId),
  );
  for (const { parents, firstParent } of commits) {
    const { value } = await objects.next();
    if (value !== undefined) yield { object: value, parents, firstParent };
  }
}

async function* rangeTags(reader: ObjectReader, tags: readonly ListedTag[]): AsyncIterable<RangeTag> {
  const objects = readAhead(
    reader,
    tags.flatMap(({ objectId }) => objectId ?? []),
  );
  for (const { name, objectId } of tags) {
    if (objectId === null) {
      yield { name, object: null };
      continue;
    }
    const { value } = await objects.next();
    if (value !== undefined) yield { name, object: value };
  }
}

/** Reads the next objects while the last ones are looked at. */
async function* readAhead(reader: ObjectReader, ids: readonly string[]): AsyncGenerator<GitObject, undefined> {
  const readFrom = async (from: number): Promise<readonly GitObject[]> => {
    const objects: GitObject[] = [];
    const requests = ids.slice(from, from + batch).map((objectId) => ({
      objectId,
      deliver: (read: Parameters<typeof gitObjectOf>[1]) => void objects.push(gitObjectOf(objectId, read)),
    }));
    await reader.read(() => requests, objectBytesMax);
    return objects;
  };
  let next = readFrom(0);
  for (let from = 0; from < ids.length; from += batch) {
    const objects = await next;
    next = readFrom(from + batch);
    next.catch(() => undefined); // thrown where it is awaited
    yield* objects;
  }
  return undefined;
}
