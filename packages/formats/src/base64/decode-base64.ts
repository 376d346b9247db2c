// SPDX-License-Identifier: Apache-2.0

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueOf = new Int8Array(128).fill(-1);
for (let value = 0; value < alphabet.length; value += 1) valueOf[alphabet.charCodeAt(value)] = value;
valueOf['-'.charCodeAt(0)] = 62;
valueOf['_'.charCodeAt(0)] = 63;

/** Bytes of base64 or base64url (RFC 4648 §4, §5), padded or not, with line breaks; null for anything else. */
export function decodeBase64(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4) + 3);
  let length = 0;
  let bits = 0;
  let held = 0;
  let padding = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) continue;
    if (code === 0x3d) {
      padding += 1;
      continue;
    }
    const value = code < 128 ? (valueOf[code] ?? -1) : -1;
    if (value < 0 || padding > 0) return null;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[length] = (bits >> held) & 0xff;
    length += 1;
  }
  return padding > 2 || held === 6 ? null : bytes.subarray(0, length);
}
