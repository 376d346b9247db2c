// SPDX-License-Identifier: Apache-2.0
import type { GitHistory, ReviewFigures } from '@plumbline/core/facts/git-history';

const figures = { commits: 120, signed: 0, signedByForge: 0, byBots: 12, signedByBots: 0 };

/** A hundred changes, all squashed from pull requests, ten of them by bots. */
export const squashedReview: ReviewFigures = {
  changes: 100,
  merges: 0,
  squashReferences: 90,
  reviewTrailers: 0,
  byBots: 10,
  unreferenced: 0,
  unreferencedCommittedByOther: 0,
  sample: [],
};

/** A year of history; fixtures vary how changes came in. */
export function aHistory(review: Partial<ReviewFigures> = {}, history: Partial<GitHistory> = {}): GitHistory {
  return {
    commit: '1'.repeat(40),
    committedAt: '2026-06-01T12:00:00Z',
    defaultBranch: 'main',
    commits: 900,
    windowDays: 365,
    window: figures,
    windowFirstParent: { ...figures, commits: 100, byBots: 10 },
    review: { ...squashedReview, ...review },
    contributorsLast90Days: ['anna@example.com', 'bea@example.com'],
    ...history,
  };
}
