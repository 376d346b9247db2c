// SPDX-License-Identifier: Apache-2.0
import type { SignedEntity } from '@sigstore/verify';

/**
 * A time of a timestamp that is checked already, as the library takes it without a check of its own: like one that a log promises. Its
 * reader of timestamps fails on fractions of a second that have one or two digits, which DER may have, and on RSA.
 */
export function checkedTime(instant: string, index: number): SignedEntity['timestamps'][number] {
  return {
    $case: 'transparency-log',
    tlogEntry: {
      logIndex: '0',
      // Two times of one name at one second would be one time given twice.
      logId: { keyId: Buffer.from(`timestamp ${index}`) },
      kindVersion: { kind: 'timestamp', version: '1' },
      integratedTime: String(Date.parse(instant) / 1000),
      inclusionPromise: { signedEntryTimestamp: Buffer.alloc(0) },
      inclusionProof: undefined,
      canonicalizedBody: Buffer.alloc(0),
    },
  };
}
