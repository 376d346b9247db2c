// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { GitHistory } from '@plumbline/core/facts/git-history';
import { isShallow } from '../../platform/git/is-shallow.ts';
import { parseCommit } from '../../platform/git/parse-commit.ts';
import { readObjects } from '../../platform/git/read-objects.ts';
import { unavailableBecause } from '../../platform/git/unavailable-because.ts';
import { walkHistory, type WindowCommit } from '../../platform/git/walk-history.ts';
import { tallyCommits } from './commit-figures.ts';
import { gatherContributors } from './recent-contributors.ts';
import { tallyReviews } from './review-figures.ts';

const windowDays = 365;
const contributorDays = 90;
const daySeconds = 86_400;
const commitBytesMax = 1024 * 1024;

/**
 * Reads the history of the assessed commit: the whole of it for its length, the commit objects of the last 365 days for
 * signatures, signs of review and people. Signatures are looked for in the objects; git is never asked to verify, which
 * would start a program for each.
 */
export const gitHistoryCollector: Collector = {
  id: 'git-history',
  version: '1',
  title: 'Commit history: signatures, signs of review, contributors',
  kinds: ['git-history'],
  needs: ['git-objects'],
  timeoutMs: 300_000,
  collect: async (input) => [await collectHistory(input)],
};

async function collectHistory(input: CollectorInput): Promise<Collected<'git-history'>> {
  const { gitDirectory, repository } = input;
  const where = { kind: 'git-history', location: 'commit history' } as const;
  if (gitDirectory === null) {
    const resolve = 'Assess a git repository instead of a plain folder';
    return { ...where, state: 'unavailable', because: 'a plain folder has no history', resolve };
  }
  if (isShallow(gitDirectory)) {
    const resolve = 'Fetch the whole history (git fetch --unshallow; in CI: fetch-depth 0, GIT_DEPTH 0)';
    return { ...where, state: 'unavailable', because: 'shallow clone: its history is cut off', resolve };
  }
  try {
    const fact = await readHistory(gitDirectory, input);
    return { ...where, location: `history of ${repository.commit}`, state: 'found', fact };
  } catch (error) {
    return { ...where, ...unavailableBecause(error) };
  }
}

async function readHistory(gitDirectory: string, { repository, signal }: CollectorInput): Promise<GitHistory> {
  const { commit, committedAt, defaultBranch } = repository;
  const end = Date.parse(committedAt) / 1000;
  const since = end - windowDays * daySeconds;
  const { commits, window } = await walkHistory(gitDirectory, { commit, since, signal });
  const all = tallyCommits();
  const firstParent = tallyCommits();
  const reviews = tallyReviews(defaultBranch);
  const people = gatherContributors();
  const visit = (seen: WindowCommit, bytes: Buffer): void => {
    const parsed = parseCommit(bytes);
    all.add(parsed);
    if (seen.seconds >= end - contributorDays * daySeconds) people.add(parsed);
    if (!seen.firstParent) return;
    firstParent.add(parsed);
    reviews.add(seen.id, parsed);
  };
  await readObjects(
    gitDirectory,
    window.map(({ id }) => id),
    {
      signal,
      bytesMax: commitBytesMax,
      visit: (object, index) => {
        const seen = window[index];
        // A commit of more than 1 MiB counts as what it is without its text: unsigned and unreferenced.
        if (seen !== undefined) visit(seen, object.state === 'read' ? object.bytes : Buffer.alloc(0));
      },
    },
  );
  return {
    commit,
    committedAt,
    defaultBranch,
    commits,
    windowDays,
    window: all.figures(),
    windowFirstParent: firstParent.figures(),
    review: reviews.figures(),
    contributorsLast90Days: people.emails(),
  };
}
