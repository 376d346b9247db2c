// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const known = new Map<string, string>();
const knownMax = 100_000;
const keptLengthMax = 1000;

/**
 * The first 96 bits of SHA-256 as 24 hex digits: reports are hostile, so that nobody may make two texts meet. Remembered, for
 * several tools report one line, and the next report the same again.
 */
export function shortHash(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  const hash = bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 12));
  if (known.size >= knownMax) known.clear();
  if (text.length <= keptLengthMax) known.set(text, hash);
  return hash;
}
