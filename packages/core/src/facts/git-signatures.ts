// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '../digest.ts';
import type { VerifiedTag } from '../state/git-verification-entry.ts';
import type { SignatureCounts, SignatureOutcome } from '../verification/signature-outcome.ts';

/**
 * What verification showed of the commits that are reachable from the assessed one, with a committer date in the window before it.
 * Each as the newest verification found it that looked at it.
 */
export type CommitSignatures = {
  /** Of the trust policy of the newest verification of commits up to the assessed one; none against another one counts. */
  readonly policy: Digest;
  /** Of that verification, ISO 8601. */
  readonly verifiedAt: string;
  readonly commits: number;
  /** Those of the window that no verification looked at. */
  readonly notLookedAt: number;
  readonly people: SignatureCounts;
  /** Authored by a bot account. */
  readonly bots: SignatureCounts;
  /** Of the valid ones: committed by the forge itself, a merge or a web edit. */
  readonly validByForge: number;
  /** The first few that are not valid, the worst outcome first. */
  readonly notValid: readonly { readonly commit: string; readonly outcome: SignatureOutcome }[];
};

/** The newest verification of a tag that is still the same object. `verifiedAt`: ISO 8601. */
export type TagSignature = VerifiedTag & { readonly verifiedAt: string };

/** What earlier verifications of commits and tags showed of the assessed repository. */
export type GitSignatures = {
  readonly windowDays: number;
  /** Null: no verification of commits up to the assessed one is kept. */
  readonly commits: CommitSignatures | null;
  /** Of the latest release tags those that were verified, in the same order. */
  readonly tags: readonly TagSignature[];
};
