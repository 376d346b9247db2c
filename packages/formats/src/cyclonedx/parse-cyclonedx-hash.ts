// SPDX-License-Identifier: Apache-2.0
import type { JsonValue } from '../json/json-value.ts';

/** Hex digits of each algorithm of the standard. */
const digits: { readonly [algorithm: string]: number } = {
  MD5: 32,
  'SHA-1': 40,
  'SHA-256': 64,
  'SHA-384': 96,
  'SHA-512': 128,
  'SHA3-256': 64,
  'SHA3-384': 96,
  'SHA3-512': 128,
  'BLAKE2b-256': 64,
  'BLAKE2b-384': 96,
  'BLAKE2b-512': 128,
  BLAKE3: 64,
  'Streebog-256': 64,
  'Streebog-512': 128,
};

/** What is wrong with a hash; null: nothing. */
export function cycloneDxHashFault(algorithm: JsonValue | undefined, content: JsonValue | undefined): string | null {
  const length = typeof algorithm === 'string' && Object.hasOwn(digits, algorithm) ? digits[algorithm] : undefined;
  if (length === undefined) return 'an algorithm that the standard does not know';
  if (typeof content !== 'string' || content.length !== length || !/^[0-9a-f]+$/i.test(content))
    return 'a content that does not fit its algorithm';
  return null;
}
