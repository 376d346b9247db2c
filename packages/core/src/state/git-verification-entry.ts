// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '../digest.ts';
import type { SignatureCounts, SignatureOutcome } from '../verification/signature-outcome.ts';
import type { VerifiedRequirement } from './verification-entry.ts';

/** What became of the commits of a range. */
export type VerifiedRange = {
  /** Full id of the commit whose history is left out; null: the range is the whole history of `head`. */
  readonly base: string | null;
  /** Full id of the last commit. */
  readonly head: string;
  readonly all: number;
  /** Commits that no rule of the policy about bots is for. */
  readonly people: SignatureCounts;
  readonly bots: SignatureCounts;
  /** Full ids of those that are not valid; null: more than an entry holds. All others of the range are valid. */
  readonly notValid: { readonly [O in Exclude<SignatureOutcome, 'valid'>]: readonly string[] } | null;
};

/** A tag by its name without `refs/tags/`. */
export type VerifiedTag = {
  readonly name: string;
  /** Full id of the tag object; null: a lightweight tag. */
  readonly objectId: string | null;
  /** Full id of what it leads to in the end. */
  readonly target: string;
  readonly outcome: SignatureOutcome;
  readonly because: string;
};

/** A verification of commits and tags against a trust policy, as an entry of kind `git-verifications`. */
export type GitVerificationEntry = {
  readonly schema: 1;
  /** ISO 8601. */
  readonly verifiedAt: string;
  /** How the repository is called, as the subject of evidence is. Ids of objects bind the entry, not this name. */
  readonly repository: string;
  /** Of the text of the trust policy. */
  readonly policy: Digest;
  readonly outcome: VerifiedRequirement['outcome'];
  /** Null: only a tag was asked for, or the policy asks nothing of commits. */
  readonly commits: VerifiedRange | null;
  readonly tags: readonly VerifiedTag[];
  /** What stood in the way of a complete answer. */
  readonly gaps: readonly string[];
};
