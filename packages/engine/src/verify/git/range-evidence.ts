// SPDX-License-Identifier: Apache-2.0
import type { GitVerificationEntry, VerifiedRange, VerifiedTag } from '@plumbline/core/state/git-verification-entry';
import { countOutcomes } from '@plumbline/core/verification/count-outcomes';
import type { SignatureCounts, SignatureOutcome } from '@plumbline/core/verification/signature-outcome';
import type { ObjectVerification, RangeVerification } from './range-verification.ts';

/** What the repository says of what was verified, by full ids. */
export type VerifiedObjects = {
  /** Null: the policy asks nothing of commits, or none were asked for. */
  readonly range: Pick<VerifiedRange, 'base' | 'head'> | null;
  /** The commit that each tag leads to, by the name of the tag. */
  readonly targets: ReadonlyMap<string, string>;
};

export type RangeEvidence = Pick<GitVerificationEntry, 'outcome' | 'commits' | 'tags' | 'gaps'>;

/** A state is no place for the ids of a whole history that nobody signed. */
const notValidMax = 20_000;

/** What an entry of kind `git-verifications` keeps of a verification. */
export function rangeEvidence(verification: RangeVerification, { range, targets }: VerifiedObjects): RangeEvidence {
  const { outcome, objects, gaps } = verification;
  const commits = objects.filter(({ type }) => type === 'commit');
  const tags = objects.filter(({ type }) => type === 'tag');
  return {
    outcome,
    commits: range === null ? null : { ...range, ...verifiedCommits(commits) },
    tags: tags.flatMap((tag) => verifiedTag(tag, targets)),
    gaps,
  };
}

function verifiedCommits(commits: readonly ObjectVerification[]): Omit<VerifiedRange, 'base' | 'head'> {
  const of = (outcome: SignatureOutcome): readonly string[] =>
    commits.flatMap((commit) => (commit.outcome === outcome ? (commit.objectId ?? []) : []));
  const notValid = {
    invalid: of('invalid'),
    untrusted: of('untrusted'),
    unsigned: of('unsigned'),
    'could-not-assess': of('could-not-assess'),
  };
  const listed = Object.values(notValid).reduce((sum, ids) => sum + ids.length, 0);
  return {
    all: commits.length,
    people: counts(commits.filter(({ role }) => role !== 'bot')),
    bots: counts(commits.filter(({ role }) => role === 'bot')),
    notValid: listed > notValidMax ? null : notValid,
  };
}

const counts = (commits: readonly ObjectVerification[]): SignatureCounts =>
  countOutcomes(commits.map(({ outcome }) => outcome));

function verifiedTag(
  { name, objectId, outcome, because }: ObjectVerification,
  targets: ReadonlyMap<string, string>,
): readonly VerifiedTag[] {
  const target = name === null ? undefined : targets.get(name);
  return name === null || target === undefined ? [] : [{ name, objectId, target, outcome, because }];
}
