// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { CommitSignatures } from '@plumbline/core/facts/git-signatures';
import type { GitVerificationEntry, VerifiedRange } from '@plumbline/core/state/git-verification-entry';
import type { SignatureOutcome } from '@plumbline/core/verification/signature-outcome';
import { ancestorsAmong } from '../../platform/git/ancestors-among.ts';
import { commitsOfRange } from '../../platform/git/commits-of-range.ts';
import { walkHistory } from '../../platform/git/walk-history.ts';
import { tallySignatures } from './tally-signatures.ts';

/** As `commits-signed` counts. */
export const windowDays = 365;
const daySeconds = 86_400;
/** More ranges than that are not put together. */
const rangesMax = 100;

export type VerifiedCommitsOptions = {
  /** Newest first. */
  readonly entries: readonly GitVerificationEntry[];
  readonly repository: Pick<RepositorySnapshot, 'commit' | 'committedAt'>;
  readonly signal: CancelSignal;
};

type RangeEntry = GitVerificationEntry & { readonly commits: VerifiedRange };

/**
 * What verification showed of the commits of the window, null where none was of commits up to the assessed one. Ranges that were
 * verified one after the other add up, as long as the policy is that of the newest.
 */
export async function verifiedCommits(
  gitDirectory: string,
  { entries, repository: { commit, committedAt }, signal }: VerifiedCommitsOptions,
): Promise<CommitSignatures | null> {
  const ranges = entries.filter((entry): entry is RangeEntry => entry.commits !== null);
  const heads = new Set(ranges.map(({ commits }) => commits.head));
  const here = new Set(await ancestorsAmong(gitDirectory, { head: commit, commits: heads }, signal));
  const own = ranges.filter(({ commits }) => here.has(commits.head));
  const [newest] = own;
  if (newest === undefined) return null;
  const { policy, verifiedAt } = newest;
  const since = Date.parse(committedAt) / 1000 - windowDays * daySeconds;
  const { window } = await walkHistory(gitDirectory, { commit, since, signal });
  const open = new Set(window.map(({ id }) => id));
  const found = new Map<string, SignatureOutcome>();
  for (const { commits } of own.filter((entry) => entry.policy === policy).slice(0, rangesMax)) {
    if (open.size === 0) break;
    const outcomes = await outcomesOf(gitDirectory, commits, signal);
    for (const [id, outcome] of outcomes) if (open.delete(id)) found.set(id, outcome);
  }
  const tally = await tallySignatures(gitDirectory, found, signal);
  return { policy, verifiedAt, commits: window.length, notLookedAt: open.size, ...tally };
}

/** What became of each commit of a range; nothing where git says here that the range has others than those that were verified. */
async function outcomesOf(
  gitDirectory: string,
  { base, head, all, notValid }: VerifiedRange,
  signal: CancelSignal,
): Promise<ReadonlyMap<string, SignatureOutcome>> {
  if (notValid === null) return new Map();
  const ids = await commitsOfRange(gitDirectory, { base, head }, signal);
  if (ids?.length !== all) return new Map();
  const outcomes = new Map<string, SignatureOutcome>(ids.map((id) => [id, 'valid']));
  for (const outcome of ['invalid', 'untrusted', 'unsigned', 'could-not-assess'] as const)
    for (const id of notValid[outcome]) outcomes.set(id, outcome);
  return outcomes;
}
