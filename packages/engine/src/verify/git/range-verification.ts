// SPDX-License-Identifier: Apache-2.0
import type { SignatureFormat } from '@plumbline/core/facts/git-releases';
import type { GitRole } from '@plumbline/core/verification/git-requirements';
import type { ProvenSigner, ProvenTime } from '@plumbline/core/verification/signature-check';
import type { SignatureCounts, SignatureOutcome } from '@plumbline/core/verification/signature-outcome';
import type { VerificationStep } from '@plumbline/core/verification/verification-step';
import type { VerificationOutcome } from '../verification.ts';

/** A commit or tag, held against the policy. */
export type ObjectVerification = {
  readonly type: 'commit' | 'tag';
  /** Null for a lightweight tag, which has no object of its own. */
  readonly objectId: string | null;
  /** Of a tag, without `refs/tags/`. */
  readonly name: string | null;
  readonly role: GitRole;
  readonly format: SignatureFormat | null;
  readonly outcome: SignatureOutcome;
  /** Whether the policy accepts it: a valid signature, or none where none is needed. */
  readonly accepted: boolean;
  readonly because: string;
  /** The signer of the policy; null: none of them is proved. */
  readonly trusted: string | null;
  readonly signer: ProvenSigner | null;
  /** Whom the signature names as its maker, which proves nothing. */
  readonly claimedKey: string | null;
  readonly statedAt: string | null;
  readonly signedAt: ProvenTime | null;
  readonly steps: readonly VerificationStep[];
};

export type OutcomeCounts = SignatureCounts & {
  readonly all: number;
  readonly accepted: number;
};

/** How many of one signer's signatures are valid. */
export type SignerCount = { readonly signer: string; readonly valid: number };

export type RangeVerification = {
  readonly outcome: VerificationOutcome;
  /** What was asked for, as it was written. */
  readonly asked: string;
  /** ISO instant in UTC. */
  readonly asOf: string;
  /** What stands in the way of a complete answer, beside what is unsigned or not good. */
  readonly gaps: readonly string[];
  readonly commits: OutcomeCounts;
  readonly tags: OutcomeCounts;
  readonly signers: readonly SignerCount[];
  /** In the order of the range, newest first, then tags by name. */
  readonly objects: readonly ObjectVerification[];
};
