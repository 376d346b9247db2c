// SPDX-License-Identifier: Apache-2.0
import { decodeBase64 } from './decode-base64.ts';
import { encodeBase64 } from './encode-base64.ts';

/**
 * Bytes of base64 that is written in the one way its alphabet (RFC 4648 §4 or §5) allows: padded, no line breaks, unused bits
 * zero. Null for anything else, so that two texts never stand for the same bytes within one alphabet.
 */
export function decodeCanonicalBase64(text: string): Uint8Array | null {
  if (/[\r\n]/u.test(text) || (/[+/]/u.test(text) && /[-_]/u.test(text))) return null;
  const bytes = decodeBase64(text);
  if (bytes === null || text.length !== 4 * Math.ceil(bytes.length / 3)) return null;
  // Only the last letters can hold bits that stand for nothing.
  const last = bytes.length - (bytes.length % 3);
  const end = encodeBase64(bytes.subarray(last));
  const stated = text.slice(text.length - end.length);
  return stated === end || stated === end.replaceAll('+', '-').replaceAll('/', '_') ? bytes : null;
}
