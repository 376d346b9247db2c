// SPDX-License-Identifier: Apache-2.0
import type { Artifact, SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { TrustedSigner } from '@plumbline/core/verification/trust-policy';
import { readTimestamp } from '@plumbline/formats/rfc3161/read-timestamp';
import type { DetachedTimestamps } from '@plumbline/formats/sigstore/signed-candidate';
import { withProvenTime, withStep } from '../with-proven-time.ts';
import { authoritiesOf } from './authorities-of.ts';
import { checkTimestamp, type TimestampCheck } from './check-timestamp.ts';
import type { TimestampAuthority } from './timestamp-authority.ts';

/**
 * What was found about a signature, with the time that timestamps beside its file prove. One that proves nothing is named and takes
 * nothing away: a file that could be left out must not decide for the worse.
 */
export function withTimestamps(
  check: SignatureCheck,
  timestamps: DetachedTimestamps | undefined,
  { signer, artifact }: { readonly signer: TrustedSigner; readonly artifact: Artifact },
): SignatureCheck {
  if (timestamps === undefined || check.outcome !== 'valid') return check;
  const authorities = authoritiesOf(signer);
  const { over, replies } = timestamps;
  const checks = replies.map(({ file, bytes }) => ({ file, found: checkReply(bytes, over, authorities, artifact) }));
  const times = checks.flatMap(({ found }) => (found.state === 'proved' ? [found.time] : []));
  if (times.length > 0 || check.signedAt !== null) return withProvenTime(check, times);
  const faults = checks.flatMap(({ file, found }) => (found.state === 'refused' ? [`${file}: ${found.because}`] : []));
  const because =
    authorities.length === 0
      ? `a timestamp lies beside it, and the policy names no authority whose timestamps count for ${signer.name}`
      : `the time of signing is not proved: ${faults.join('; ')}`;
  return withStep(check, { step: 'timestamp', outcome: 'not-checked', because });
}

/** One over the artifact is easily taken for one over its signature. */
function checkReply(
  bytes: Uint8Array,
  over: Uint8Array,
  authorities: readonly TimestampAuthority[],
  { sha256 }: Artifact,
): TimestampCheck {
  const read = readTimestamp(bytes);
  const isOfArtifact = read.state === 'read' && Buffer.from(read.timestamp.imprint.digest).toString('hex') === sha256;
  return isOfArtifact
    ? {
        state: 'refused',
        because: 'it is over the artifact itself, which says when that was there and not when it was signed',
      }
    : checkTimestamp(bytes, over, authorities);
}
