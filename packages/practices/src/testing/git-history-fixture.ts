// SPDX-License-Identifier: Apache-2.0
import type { CommitFigures, GitHistory } from '@plumbline/core/facts/git-history';

export function commitFigures(figures: Partial<CommitFigures> = {}): CommitFigures {
  return { commits: 100, signed: 98, signedByForge: 40, byBots: 10, signedByBots: 10, ...figures };
}

export function gitHistory(history: Partial<GitHistory> = {}): GitHistory {
  return {
    commit: '1'.repeat(40),
    committedAt: '2026-06-01T12:00:00Z',
    defaultBranch: 'main',
    commits: 1000,
    windowDays: 365,
    window: commitFigures(),
    windowFirstParent: commitFigures({ commits: 50, signed: 50, signedByForge: 40, byBots: 5, signedByBots: 5 }),
    review: {
      changes: 50,
      merges: 40,
      squashReferences: 5,
      reviewTrailers: 0,
      byBots: 5,
      unreferenced: 0,
      unreferencedCommittedByOther: 0,
      sample: [],
    },
    contributorsLast90Days: ['ada@example.com', '123+grace@users.noreply.github.com'],
    ...history,
  };
}
