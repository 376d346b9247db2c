// SPDX-License-Identifier: Apache-2.0
import type { ProvenTime } from '@plumbline/core/verification/signature-check';
import { readTimestamp } from '@plumbline/formats/rfc3161/read-timestamp';
import type { Timestamp } from '@plumbline/formats/rfc3161/timestamp';
import { type Certificate, readCertificate } from '../../platform/certificates/certificate.ts';
import { isOver } from '../../platform/timestamps/is-over.ts';
import { isSignedBy, signatureFault } from '../../platform/timestamps/signature-fault.ts';
import { pathFault } from './path-fault.ts';
import type { TimestampAuthority } from './timestamp-authority.ts';

/** `stated`: the instant as the authority states it, by which certificates are judged. `because` continues a sentence about the timestamp. */
export type TimestampCheck =
  | { readonly state: 'proved'; readonly time: ProvenTime; readonly stated: string }
  | { readonly state: 'refused'; readonly because: string };

/** Whether a timestamp of RFC 3161 proves that these bytes were there at its time, by one of these authorities. */
export function checkTimestamp(
  bytes: Uint8Array,
  stamped: Uint8Array,
  authorities: readonly TimestampAuthority[],
): TimestampCheck {
  const read = readTimestamp(bytes);
  if (read.state === 'refused') return read;
  const { timestamp } = read;
  if (!isOver(timestamp, stamped)) return refused('it is over other bytes than these');
  const offered = timestamp.certificates.flatMap((der) => readCertificate(der) ?? []);
  let because = 'it is of an authority that is not trusted';
  for (const authority of authorities) {
    const fault = faultUnder(timestamp, authority, offered);
    if (fault === null) return { state: 'proved', time: provenTime(timestamp), stated: timestamp.instant };
    because = fault ?? because;
  }
  return refused(because);
}

/** Null: it is good under this authority. Undefined: the authority has nothing to do with it. */
function faultUnder(
  timestamp: Timestamp,
  { certificates, trustedFrom, trustedUntil }: TimestampAuthority,
  offered: readonly Certificate[],
): string | null | undefined {
  const { instant } = timestamp;
  const certificate = [...certificates, ...offered].find((one) => isSignedBy(timestamp, one));
  if (certificate === undefined) return undefined;
  const fault = signatureFault(timestamp, certificate) ?? pathFault(certificate, certificates, offered, instant);
  if (fault !== null) return fault;
  const isTrusted =
    (trustedFrom === null || instant >= trustedFrom) && (trustedUntil === null || instant <= trustedUntil);
  return isTrusted ? null : `its authority is not trusted for ${instant.slice(0, 10)}`;
}

/** The clock of the authority may be slow by as much as it says; "before" has to hold all the same. */
function provenTime({ instant, accuracyMs }: Timestamp): ProvenTime {
  const latest = new Date(Date.parse(instant) + accuracyMs).toISOString();
  return { instant: latest, proof: 'timestamp authority' };
}

const refused = (because: string): TimestampCheck => ({ state: 'refused', because });
