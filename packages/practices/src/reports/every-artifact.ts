// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { PublishedArtifact, ReleaseArtifacts } from '@plumbline/core/facts/release-artifacts';
import { allCounted } from '../words/all-counted.ts';
import { counted } from '../words/counted.ts';
import { noneCounted } from '../words/none-counted.ts';
import { shortText } from '../words/short-text.ts';

export type ArtifactWish = {
  /** Whether one artifact has it; null where nobody looked. */
  readonly has: (artifact: PublishedArtifact) => boolean | null;
  /** Completes "2 of 3 artifacts have …". */
  readonly what: string;
  /** The files of the release that show it, or what is known of it; each is cited with its artifact. */
  readonly shownBy?: (artifact: PublishedArtifact) => readonly string[];
  /** Why one does not have it, or nobody can tell; completes "app.tgz …". */
  readonly lacks?: (artifact: PublishedArtifact) => string | null;
  /** What would tell of an artifact that nobody looked at. */
  readonly resolve?: (artifact: PublishedArtifact) => string;
};

/** Whether every artifact of the newest release has something. A release without files has nothing to have it. */
export function everyArtifact(item: Seen<'release-artifacts'>, wish: ArtifactWish): Answer {
  if (item.state === 'absent') return nothingReleased(item);
  const { artifacts, release } = item.fact;
  const name = shortText(release);
  if (artifacts.length === 0) return notApplicable(`Release ${name} has no files of its own`, [cite(item)]);
  const { has, what, shownBy = () => [], lacks = () => null, resolve } = wish;
  const having = artifacts.filter((artifact) => has(artifact) === true);
  const measures = [{ name: `artifacts that have ${what}`, value: having.length, of: artifacts.length }];
  const because = `${howMany(having.length, artifacts.length)} of release ${name} ${having.length > 1 ? 'have' : 'has'} ${what}`;
  const lacking = artifacts.filter((artifact) => has(artifact) === false);
  const [first] = lacking;
  if (first !== undefined) {
    const places = lacking.map((artifact) => artifactPlace(item.fact, artifact));
    const why = lacks(first);
    return no(
      `${because}; ${shortText(first.name)} ${why === null ? 'does not' : shortText(why)}`,
      citeAll(item, places),
      measures,
    );
  }
  const open = artifacts.filter((artifact) => has(artifact) === null);
  const [unseen] = open;
  if (unseen !== undefined)
    return unknown(
      `${because}; ${shortText(unseen.name)} ${shortText(lacks(unseen) ?? 'was not looked at')}`,
      resolve === undefined ? 'Look at every artifact of the release' : shortText(resolve(unseen)),
      citeAll(
        item,
        open.map((artifact) => artifactPlace(item.fact, artifact)),
      ),
      measures,
    );
  const shown = artifacts.map((artifact) => artifactPlace(item.fact, artifact, shownBy(artifact)));
  return yes(because, citeAll(item, shown), measures);
}

/** `All 2 artifacts`, `None of 2 artifacts`, `1 of 2 artifacts`. */
function howMany(having: number, of: number): string {
  if (having === 0) return noneCounted(of, 'artifact');
  const all = allCounted(of, 'artifact');
  return having === of ? `${all.slice(0, 1).toUpperCase()}${all.slice(1)}` : `${having} of ${counted(of, 'artifact')}`;
}

/** Nothing was released, so that there is nothing to ask it of. */
export function nothingReleased(item: Extract<Seen<'release-artifacts'>, { readonly state: 'absent' }>): Answer {
  return notApplicable(`There is no release: ${shortText(item.lookedIn)}`, [cite(item)]);
}

/** Where in a release: its tag, the artifact, and the files or the day that show something of it. */
export function artifactPlace(
  { release }: ReleaseArtifacts,
  { name }: PublishedArtifact,
  shownBy: readonly string[] = [],
): string {
  const by = shownBy.length === 0 ? '' : ` (${shownBy.slice(0, 3).map(shortText).join(', ')})`;
  return `release ${shortText(release)}: ${shortText(name)}${by}`;
}
