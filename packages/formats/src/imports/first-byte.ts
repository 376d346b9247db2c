// SPDX-License-Identifier: Apache-2.0

/** The first byte after a byte order mark and white space; null where there is none. */
export function firstByte(bytes: Uint8Array): number | null {
  let index = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (index < bytes.length && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[index] ?? 0)) index += 1;
  return bytes[index] ?? null;
}
