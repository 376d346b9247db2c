// SPDX-License-Identifier: Apache-2.0
import { decodeBase64 } from '../in-toto/decode-base64.ts';
import { decodeUtf8 } from '../json/decode-utf8.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const codes = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0));
const padding = '='.charCodeAt(0);

/** Base64 of RFC 4648 §4, padded, on one line. */
export function encodeBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(4 * Math.ceil(bytes.length / 3)).fill(padding);
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const bits = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    const letters = Math.min(bytes.length - from, 3) + 1;
    for (let letter = 0; letter < letters; letter += 1)
      text[to + letter] = codes[(bits >> (18 - 6 * letter)) & 63] ?? 0;
  }
  return decodeUtf8(text);
}

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
