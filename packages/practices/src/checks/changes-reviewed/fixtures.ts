// SPDX-License-Identifier: Apache-2.0
import type { ForgeReviews } from '@plumbline/core/facts/forge-reviews';
import type { ReviewFigures } from '@plumbline/core/facts/git-history';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aHistory } from '../../testing/fixture-history.ts';

const forge = (approvedAfterLastPush: number): ForgeReviews => ({
  windowDays: 365,
  changes: 100,
  approvedAfterLastPush,
  byBots: 10,
  sample: [],
});
const git = (review: Partial<ReviewFigures>): FixtureFacts => ({ 'git-history': aHistory(review) });
const both = (review: Partial<ReviewFigures>, approved: number): FixtureFacts => ({
  ...git(review),
  'forge-reviews': forge(approved),
});
const pushed = { squashReferences: 60, unreferenced: 30, unreferencedCommittedByOther: 5 };

export const fixtures: CheckFixtures = {
  facts: both({}, 81),
  flip: { kind: 'forge-reviews', at: ['approvedAfterLastPush'], to: 80 },
  also: [
    { name: 'squash references alone prove no approval', facts: git({}), outcome: 'unknown' },
    { name: 'nor do merge commits', facts: git({ squashReferences: 0, merges: 90 }), outcome: 'unknown' },
    { name: 'trailers on almost all', facts: git({ squashReferences: 4, reviewTrailers: 86 }), outcome: 'yes' },
    { name: 'trailers on many', facts: git({ squashReferences: 10, reviewTrailers: 80 }), outcome: 'unknown' },
    { name: 'plain direct pushes beside squashes', facts: git(pushed), outcome: 'no' },
    { name: 'few direct pushes', facts: git({ squashReferences: 75, unreferenced: 15 }), outcome: 'unknown' },
    {
      name: 'unreferenced, but put there by another',
      facts: git({ squashReferences: 60, unreferenced: 30, unreferencedCommittedByOther: 25 }),
      outcome: 'unknown',
    },
    {
      name: 'nothing but rebased or pushed',
      facts: git({ squashReferences: 0, unreferenced: 90 }),
      outcome: 'unknown',
    },
    {
      name: 'rebased, and the forge knows',
      facts: both({ squashReferences: 0, unreferenced: 90 }, 90),
      outcome: 'yes',
    },
    { name: 'the forge does not turn round what git shows', facts: both(pushed, 90), outcome: 'no' },
    { name: 'bots alone', facts: git({ changes: 10, squashReferences: 0, byBots: 10 }), outcome: 'not-applicable' },
  ],
};
