// SPDX-License-Identifier: Apache-2.0
import type { Evidence } from '@plumbline/core/evidence/evidence';
import type { ReleaseTag } from '@plumbline/core/facts/git-releases';
import type { ReleaseEntry } from '@plumbline/core/state/release-entry';

export type NewestRelease =
  | { readonly state: 'gathered'; readonly release: ReleaseEntry }
  | { readonly state: 'absent'; readonly lookedIn: string }
  | { readonly state: 'unavailable'; readonly because: string; readonly resolve: string };

/** How to gather a release; the artifacts are for the reader to name. */
const gather = (tag: string): string =>
  `Run plumbline release ${tag} --artifact FILE... (with --sbom, --provenance and --signature for what belongs to it) here`;

/**
 * The newest release of the repository by its tags, as it was gathered last. Releases that were gathered are newest first. Where the
 * newest tag was not gathered, or leads elsewhere now, nothing is known of the newest release, whatever is known of older ones.
 */
export function newestRelease(
  tags: Evidence<'git-releases'> | undefined,
  gathered: readonly ReleaseEntry[],
): NewestRelease {
  const [last] = gathered;
  if (tags === undefined || tags.state === 'unavailable')
    return unavailable(
      `which release is the newest is not known: ${tags?.because ?? 'the tags were not read'}`,
      tags?.resolve ?? 'Assess a clone with its tags (git fetch --tags)',
    );
  const [tag] = tags.state === 'found' ? tags.fact.latest : [];
  if (tag !== undefined) return releaseOf(tag, gathered);
  if (last !== undefined)
    return unavailable(
      `release ${last.tag} was gathered here, and there is no such release tag`,
      'Fetch the tags (git fetch --tags), or tag the release again on its commit',
    );
  if (tags.state === 'found' && tags.fact.leftOut.length > 0)
    return unavailable(
      'which releases there are cannot be told from tags that move',
      'Mark each release with its own tag, and gather it with plumbline release TAG',
    );
  return { state: 'absent', lookedIn: 'the tags of this clone, and the releases that were gathered here' };
}

function releaseOf({ name, commit }: ReleaseTag, gathered: readonly ReleaseEntry[]): NewestRelease {
  const release = gathered.find(({ tag }) => tag === name);
  if (release === undefined) {
    const [older] = gathered;
    const because = `the newest release, ${name}, was not gathered here`;
    return unavailable(
      older === undefined ? because : `${because}; ${older.tag} was, which is another one`,
      gather(name),
    );
  }
  if (release.commit !== commit)
    return unavailable(
      `release ${name} was gathered from commit ${release.commit.slice(0, 12)}, and the tag now leads to ${commit.slice(0, 12)}`,
      `Find out who moved the tag and why. If the release is another one now: ${gather(name)}`,
    );
  return { state: 'gathered', release };
}

const unavailable = (because: string, resolve: string): NewestRelease => ({ state: 'unavailable', because, resolve });
