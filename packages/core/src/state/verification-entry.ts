// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '../digest.ts';

/** One requirement of a trust policy and what became of it. `predicateType` is null where any signature was enough. */
export type VerifiedRequirement = {
  readonly name: string;
  readonly predicateType: string | null;
  readonly outcome: 'verified' | 'not-verified' | 'could-not-assess';
  readonly because: string;
};

/** A verification of an artifact against a trust policy, as an entry of kind `verifications`. */
export type VerificationEntry = {
  readonly schema: 1;
  /** ISO 8601. */
  readonly verifiedAt: string;
  readonly artifact: { readonly name: string; readonly sha256: string };
  /** Of the text of the trust policy. */
  readonly policy: Digest;
  readonly outcome: VerifiedRequirement['outcome'];
  readonly requirements: readonly VerifiedRequirement[];
};
