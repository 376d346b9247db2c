// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { GitReleases, ReleaseTag } from '@plumbline/core/facts/git-releases';
import { isShallow } from '../../platform/git/is-shallow.ts';
import { tagsWereLeftOut } from '../../platform/git/tags-were-left-out.ts';
import { unavailableBecause } from '../../platform/git/unavailable-because.ts';
import { findMovingVersions } from './find-moving-versions.ts';
import { leaveOutByName } from './leave-out-by-name.ts';
import { readTags, type TagListing } from './read-tags.ts';

const latestMax = 10;
const leftOutMax = 500;

/**
 * Reads the release tags of the clone, the last ten by creation date, with the signatures in their objects. A clone
 * without tags reads as absent, as far as one can tell: one that was made shallow or told to leave tags out reads as
 * unavailable, but one that was fetched with --no-tags just once looks the same as a project that never tagged.
 */
export const gitReleasesCollector: Collector = {
  id: 'git-releases',
  version: '1',
  title: 'Release tags and their signatures',
  kinds: ['git-releases'],
  needs: ['git-objects'],
  timeoutMs: 120_000,
  collect: async (input) => [await collectReleases(input)],
};

async function collectReleases({
  gitDirectory,
  repository,
  asOf,
  signal,
}: CollectorInput): Promise<Collected<'git-releases'>> {
  const where = { kind: 'git-releases', location: 'refs/tags' } as const;
  const cannot = (because: string, resolve: string): Collected<'git-releases'> => ({
    ...where,
    state: 'unavailable',
    because,
    resolve,
  });
  if (gitDirectory === null) return cannot('a plain folder has no tags', 'Assess a git repository');
  const fetchTags = 'Fetch the tags (git fetch --tags; in CI: fetch-depth 0 and fetch-tags)';
  if (isShallow(gitDirectory)) return cannot('shallow clone: it need not hold all tags', fetchTags);
  try {
    if (await tagsWereLeftOut(gitDirectory)) return cannot('the clone was made without tags', fetchTags);
    const fact = releasesAt(asOf, await readTags(gitDirectory, signal));
    if (fact.tags === 0) return { ...where, state: 'absent', lookedIn: 'tags of this clone' };
    const newest = fact.latest[0]?.createdAt ?? repository.committedAt;
    const late = Date.parse(newest) > Date.parse(repository.committedAt);
    return { ...where, effectiveAt: late ? newest : repository.committedAt, state: 'found', fact };
  } catch (error) {
    return { ...where, ...unavailableBecause(error) };
  }
}

/** A tag that was made after the day of the assessment is not there yet. */
function releasesAt(asOf: string, { tags, unread }: TagListing): GitReleases {
  const made = tags.filter(({ createdAt }) => Date.parse(createdAt) <= Date.parse(asOf));
  const named = made.map((tag) => ({ tag, because: leaveOutByName(tag.name) }));
  const versions = named.filter(({ because }) => because === null).map(({ tag }) => tag);
  const moving = findMovingVersions(versions);
  const leftOut = [
    ...unread,
    ...named.flatMap(({ tag, because }) => (because === null ? [] : [{ name: tag.name, because }])),
    ...[...moving].map((name) => ({ name, because: 'a moving tag: it follows the newest release of its line' })),
  ];
  return {
    tags: made.length + unread.length,
    latest: versions
      .filter(({ name }) => !moving.has(name))
      .sort(newestFirst)
      .slice(0, latestMax),
    leftOut: leftOut.sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, leftOutMax),
  };
}

function newestFirst(a: ReleaseTag, b: ReleaseTag): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? 1 : -1;
  return a.name < b.name ? 1 : -1;
}
