// SPDX-License-Identifier: Apache-2.0
import { derTags } from '@plumbline/formats/der/der-value';
import { writeDer, writeInteger } from '@plumbline/formats/der/write-der';

/** An ECDSA signature of P-256 as r and s side by side (RFC 7518 §3.4), in DER (RFC 3279 §2.2.3). Empty when it is no such thing. */
export function derSignature(raw: Uint8Array): Uint8Array {
  if (raw.length !== 64) return new Uint8Array();
  return writeDer(derTags.sequence, writeInteger(raw.subarray(0, 32)), writeInteger(raw.subarray(32)));
}
