// SPDX-License-Identifier: Apache-2.0

/** More than any ecosystem's registry takes; a longer text is hostile and is not compared. */
export const versionLengthMax = 256;

/**
 * How an ecosystem orders its versions: a text is parsed once and compared many times. `parse` gives null for what its
 * ecosystem calls no version, so that nobody orders it by accident. Both are linear in the length of the text.
 */
export type VersionOrder<T> = {
  readonly parse: (text: string) => T | null;
  /** Below zero, zero, above zero. */
  readonly compare: (a: T, b: T) => number;
};
