// SPDX-License-Identifier: Apache-2.0
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { KeyPeriod, TrustedSigner } from '@plumbline/core/verification/trust-policy';
import type { VerificationStep } from '@plumbline/core/verification/verification-step';

/**
 * Whether a key counted when it signed: at the time that a log or an authority proves. Where none does, the signature may have
 * been made at any time up to now, so that the key has to count now too, and it is said that the time is not proved.
 */
export function judgeKeyPeriod(
  signer: TrustedSigner,
  { signedAt, period: listed }: SignatureCheck,
  asOf: string,
): readonly VerificationStep[] {
  if (signer.kind === 'sigstore') return [];
  const periods = listed === undefined ? [signer.period] : [signer.period, listed];
  const at = signedAt?.instant ?? asOf;
  const when = signedAt === null ? 'the time of signing is not proved' : `signed before ${signedAt.instant}`;
  const fault = periods.flatMap((period) => faultOf(period, at) ?? [])[0];
  if (fault !== undefined) return [{ step: 'key-period', outcome: 'failed', because: `${when}, and ${fault}` }];
  const open = periods.every((period) => Object.values(period).every((bound) => bound === null));
  const counts = open ? 'the policy sets the key no limits' : `the key counts on ${at.slice(0, 10)}`;
  return [{ step: 'key-period', outcome: 'passed', because: `${when}; ${counts}` }];
}

/** What is wrong with the key at an instant. The proof says "before", so that a key has to have begun before it, too. */
function faultOf({ validFrom, validUntil, revokedOn, revokedBecause }: KeyPeriod, at: string): string | null {
  const time = Date.parse(at);
  if (revokedOn !== null && time >= Date.parse(revokedOn))
    return `the key is revoked since ${revokedOn.slice(0, 10)}${revokedBecause === null ? '' : ` (${revokedBecause})`}`;
  if (validFrom !== null && time < Date.parse(validFrom))
    return `the key counts only from ${validFrom.slice(0, 10)} on`;
  if (validUntil !== null && time > Date.parse(validUntil)) return `the key counted until ${validUntil.slice(0, 10)}`;
  return null;
}
