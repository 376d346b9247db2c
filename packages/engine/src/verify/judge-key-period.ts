// SPDX-License-Identifier: Apache-2.0
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { TrustedSigner } from '@plumbline/core/verification/trust-policy';
import type { VerificationStep } from '@plumbline/core/verification/verification-step';
import { expiryFault, keyPeriodFault } from './key-period-fault.ts';

/**
 * Whether a key counted when it signed: at the time that a log or an authority proves. Where none does, the signature may have
 * been made at any time up to now, so that the key has to count now too, and it is said that the time is not proved.
 */
export function judgeKeyPeriod(
  signer: TrustedSigner,
  check: SignatureCheck,
  asOf: string,
): readonly VerificationStep[] {
  if (signer.kind === 'sigstore') return [];
  const expired = expiryFault(check, asOf);
  if (expired !== null) return [{ step: 'key-period', outcome: 'failed', because: expired }];
  const { signedAt, period: listed } = check;
  const periods = listed === undefined ? [signer.period] : [signer.period, listed];
  const at = signedAt?.instant ?? asOf;
  const when = signedAt === null ? 'the time of signing is not proved' : `signed before ${signedAt.instant}`;
  const fault = periods.flatMap((period) => keyPeriodFault(period, { usedAt: at, judgedAt: at }) ?? [])[0];
  if (fault !== undefined) return [{ step: 'key-period', outcome: 'failed', because: `${when}, and ${fault}` }];
  const open = periods.every((period) => Object.values(period).every((bound) => bound === null));
  const counts = open ? 'the policy sets the key no limits' : `the key counts on ${at.slice(0, 10)}`;
  return [{ step: 'key-period', outcome: 'passed', because: `${when}; ${counts}` }];
}
