// SPDX-License-Identifier: Apache-2.0
import type { ChangeShape, ReviewFigures } from '@plumbline/core/facts/git-history';
import { isForge } from '../../platform/git/is-bot.ts';
import type { RawCommit } from '../../platform/git/parse-commit.ts';
import { isSamePerson } from '../../platform/git/person.ts';
import { changeShape } from './change-shape.ts';

const sampleOfEachMax = 3;

export type ReviewTally = {
  readonly add: (id: string, commit: RawCommit) => void;
  readonly figures: () => ReviewFigures;
};

/** Counts the commits of the first-parent line, newest first, by how they came there. */
export function tallyReviews(defaultBranch: string | null): ReviewTally {
  const counts: Record<ChangeShape, number> = {
    merge: 0,
    'squash-reference': 0,
    'review-trailer': 0,
    bot: 0,
    unreferenced: 0,
  };
  const sample: { commit: string; shape: ChangeShape }[] = [];
  let byOther = 0;
  return {
    add: (id, commit) => {
      const shape = changeShape(commit, defaultBranch);
      counts[shape] += 1;
      if (counts[shape] <= sampleOfEachMax) sample.push({ commit: id, shape });
      // A web edit is committed by the forge in the author's name: nobody else put it there.
      const other = !isForge(commit.committer) && !isSamePerson(commit.author, commit.committer);
      if (shape === 'unreferenced' && other) byOther += 1;
    },
    figures: () => ({
      changes: Object.values(counts).reduce((sum, count) => sum + count, 0),
      merges: counts.merge,
      squashReferences: counts['squash-reference'],
      reviewTrailers: counts['review-trailer'],
      byBots: counts.bot,
      unreferenced: counts.unreferenced,
      unreferencedCommittedByOther: byOther,
      sample,
    }),
  };
}
