// SPDX-License-Identifier: Apache-2.0
import type { ProvenTime } from '@plumbline/core/verification/signature-check';
import type { Bundle } from '@sigstore/bundle';
import { checkTimestamp } from '../timestamp/check-timestamp.ts';
import type { TimestampAuthority } from '../timestamp/timestamp-authority.ts';

/** `stated`: the instants as the authorities state them, by which the certificate of the bundle is judged. */
export type BundleTimestamps =
  | { readonly state: 'proved'; readonly times: readonly ProvenTime[]; readonly stated: readonly string[] }
  | { readonly state: 'refused'; readonly because: string };

/**
 * What the timestamps within a bundle prove of its signature. They are a part of it, so that a bad one is a fault of the whole. The
 * library's own check knows neither RSA nor what a certificate is for.
 */
export function bundleTimestamps(
  { verificationMaterial, content }: Bundle,
  authorities: readonly TimestampAuthority[],
): BundleTimestamps {
  const signature =
    content.$case === 'messageSignature'
      ? content.messageSignature.signature
      : (content.dsseEnvelope.signatures[0]?.sig ?? Buffer.alloc(0));
  const times: ProvenTime[] = [];
  const stated: string[] = [];
  for (const { signedTimestamp } of verificationMaterial.timestampVerificationData?.rfc3161Timestamps ?? []) {
    const checked = checkTimestamp(signedTimestamp, signature, authorities);
    if (checked.state === 'refused')
      return { state: 'refused', because: `the timestamp of the bundle proves nothing: ${checked.because}` };
    times.push(checked.time);
    stated.push(checked.stated);
  }
  return { state: 'proved', times, stated };
}
