// SPDX-License-Identifier: Apache-2.0
import type { GitRequirements } from '@plumbline/core/verification/git-requirements';
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { GitSigner } from '@plumbline/core/verification/trust-policy';
import type { VerificationStep } from '@plumbline/core/verification/verification-step';
import { expiryFault, keyPeriodFault } from '../key-period-fault.ts';

export type GitTimes = {
  readonly asOf: string;
  /** When the object says that it was made. */
  readonly statedAt: string | null;
  readonly keysCount: GitRequirements['keysCount'];
};

/**
 * Whether a key counted when it signed a commit or tag. Nothing proves that time, so the policy says which one is taken. A revoked
 * key counts for nothing whatever time is stated: whoever has it can state any.
 */
export function judgeGitKeyPeriod(
  signer: GitSigner,
  check: SignatureCheck,
  { asOf, statedAt, keysCount }: GitTimes,
): readonly VerificationStep[] {
  if (signer.kind === 'sigstore') return [];
  const expired = expiryFault(check, asOf);
  if (expired !== null) return [{ step: 'key-period', outcome: 'failed', because: expired }];
  const stated = check.statedAt ?? statedAt;
  const believed = keysCount === 'stated' ? stated : null;
  const use = { usedAt: believed ?? asOf, judgedAt: asOf };
  const when =
    stated === null
      ? 'it does not say when it was made'
      : `it says that it was made on ${stated.slice(0, 10)}, which is not proved`;
  const periods = check.period === undefined ? [signer.period] : [signer.period, check.period];
  const fault = periods.flatMap((period) => keyPeriodFault(period, use) ?? [])[0];
  // Without the stated day, so that many commits of one key fail for one reason.
  if (fault !== undefined)
    return [
      {
        step: 'key-period',
        outcome: 'failed',
        because: `${fault}, and the time that the signature states does not change that`,
      },
    ];
  const counts = believed === null ? `the key counts on ${asOf.slice(0, 10)}` : 'the key counted then';
  return [{ step: 'key-period', outcome: 'passed', because: `${when}; ${counts}` }];
}
