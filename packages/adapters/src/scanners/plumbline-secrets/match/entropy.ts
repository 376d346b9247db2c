// SPDX-License-Identifier: Apache-2.0

/** Shannon entropy of a text by its own frequencies, bits a character. Random hex of 32 digits has about 3.6. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
