// SPDX-License-Identifier: Apache-2.0

/** The declaration that real tools write is of a few kilobytes (Burp's lists every element of its reports). */
const bytesMax = 65_536;

/**
 * The byte after a document type declaration that starts at `from`; null when it does not end within 64 KiB. Nothing in it
 * is read: declarations, quoted texts and comments are stepped over, so entities that it declares stay unknown.
 */
export function pastDocumentType(bytes: Uint8Array, from: number): number | null {
  const end = Math.min(bytes.length, from + bytesMax);
  let subset = false;
  let declarations = 0;
  for (let at = from + 2; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x22 || byte === 0x27) at = until(bytes, at + 1, end, [byte]);
    else if (startsWith(bytes, at, [0x3c, 0x21, 0x2d, 0x2d])) at = until(bytes, at + 4, end, [0x2d, 0x2d, 0x3e]);
    else if (startsWith(bytes, at, [0x3c, 0x3f])) at = until(bytes, at + 2, end, [0x3f, 0x3e]);
    else if (byte === 0x5b) subset = true;
    else if (byte === 0x5d) subset = false;
    else if (byte === 0x3c) declarations += 1;
    else if (byte === 0x3e) {
      if (declarations > 0) declarations -= 1;
      else if (!subset) return at + 1;
    }
  }
  return null;
}

/** The last byte of the next `codes`; the end where they do not come. */
function until(bytes: Uint8Array, from: number, end: number, codes: readonly number[]): number {
  for (let at = from; at < end; at += 1) if (startsWith(bytes, at, codes)) return at + codes.length - 1;
  return end;
}

const startsWith = (bytes: Uint8Array, at: number, codes: readonly number[]): boolean =>
  codes.every((code, index) => bytes[at + index] === code);
