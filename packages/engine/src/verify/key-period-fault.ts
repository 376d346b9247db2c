// SPDX-License-Identifier: Apache-2.0
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { KeyPeriod } from '@plumbline/core/verification/trust-policy';

/** When a key was used, and when whether it is revoked is judged; one instant where the use is proved. ISO, UTC. */
export type KeyUse = { readonly usedAt: string; readonly judgedAt: string };

/** What is wrong with a signature that says how long it counts: no proof of when it was made makes that longer. */
export function expiryFault({ expiresAt }: Pick<SignatureCheck, 'expiresAt'>, judgedAt: string): string | null {
  if (expiresAt === undefined || Date.parse(expiresAt) > Date.parse(judgedAt)) return null;
  return `the signature itself expired on ${expiresAt.slice(0, 10)}`;
}

/** What is wrong with a key. Proofs of time say "before", so that a key has to have begun before it, too. */
export function keyPeriodFault(
  { validFrom, validUntil, revokedOn, revokedBecause }: KeyPeriod,
  { usedAt, judgedAt }: KeyUse,
): string | null {
  const time = Date.parse(usedAt);
  if (revokedOn !== null && Date.parse(judgedAt) >= Date.parse(revokedOn))
    return `the key is revoked since ${revokedOn.slice(0, 10)}${revokedBecause === null ? '' : ` (${revokedBecause})`}`;
  if (validFrom !== null && time < Date.parse(validFrom))
    return `the key counts only from ${validFrom.slice(0, 10)} on`;
  if (validUntil !== null && time > Date.parse(validUntil)) return `the key counted until ${validUntil.slice(0, 10)}`;
  return null;
}
