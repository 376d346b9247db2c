// SPDX-License-Identifier: Apache-2.0

/**
 * What became of the signature of a commit or tag. `untrusted`: nobody made it whom the policy trusts with such an object;
 * `invalid`: it says that somebody trusted made it, and it is not good.
 */
export const signatureOutcomes = ['valid', 'invalid', 'untrusted', 'unsigned', 'could-not-assess'] as const;

export type SignatureOutcome = (typeof signatureOutcomes)[number];

/** How many there are of each. */
export type SignatureCounts = { readonly [O in SignatureOutcome]: number };
