// SPDX-License-Identifier: Apache-2.0
import { decodeBase64 } from '../in-toto/decode-base64.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of RFC 4648 §4, padded, on one line. */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const letter = (shift: number): string => alphabet[(bits >> shift) & 63] ?? '';
    parts.push(letter(18), letter(12), second === undefined ? '=' : letter(6), third === undefined ? '=' : letter(0));
  }
  return parts.join('');
}

/**
 * Bytes of base64 that is written in the one way its alphabet (RFC 4648 §4 or §5) allows: padded, no line breaks, unused bits
 * zero. Null for anything else, so that two texts never stand for the same bytes within one alphabet.
 */
export function decodeCanonicalBase64(text: string): Uint8Array | null {
  const bytes = decodeBase64(text);
  if (bytes === null) return null;
  const again = encodeBase64(bytes);
  return text === again || text === again.replaceAll('+', '-').replaceAll('/', '_') ? bytes : null;
}
