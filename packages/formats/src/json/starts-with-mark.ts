// SPDX-License-Identifier: Apache-2.0

/** A UTF-8 byte order mark, which RFC 8259 §8.1 lets a reader pass over. */
export function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
