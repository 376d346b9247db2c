// SPDX-License-Identifier: Apache-2.0
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { KeySigner, SshSigner } from '@plumbline/core/verification/trust-policy';
import type { DetachedTimestamps } from '@plumbline/formats/sigstore/signed-candidate';
import { withProvenTime, withStep } from '../with-proven-time.ts';
import { authoritiesOf } from './authorities-of.ts';
import { checkTimestamp } from './check-timestamp.ts';

/**
 * What was found about a signature, with the time that timestamps beside its file prove. One that proves nothing is named and takes
 * nothing away: a file that could be left out must not decide for the worse.
 */
export function withTimestamps(
  check: SignatureCheck,
  timestamps: DetachedTimestamps | undefined,
  signer: KeySigner | SshSigner,
): SignatureCheck {
  if (timestamps === undefined || check.outcome !== 'valid') return check;
  const authorities = authoritiesOf(signer);
  const { over, replies } = timestamps;
  const checks = replies.map(({ file, bytes }) => ({ file, found: checkTimestamp(bytes, over, authorities) }));
  const times = checks.flatMap(({ found }) => (found.state === 'proved' ? [found.time] : []));
  if (times.length > 0 || check.signedAt !== null) return withProvenTime(check, times);
  const faults = checks.flatMap(({ file, found }) => (found.state === 'refused' ? [`${file}: ${found.because}`] : []));
  const because =
    authorities.length === 0
      ? `a timestamp lies beside it, and the policy names no authority whose timestamps count for ${signer.name}`
      : `the time of signing is not proved: ${faults.join('; ')}`;
  return withStep(check, { step: 'timestamp', outcome: 'not-checked', because });
}
