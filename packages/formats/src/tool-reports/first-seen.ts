// SPDX-License-Identifier: Apache-2.0

/** As many characters of keys are remembered; beyond, what comes again is told again. */
const charactersMax = 16_777_216;

/** Tells what comes for the first time: several tools list the same thing once for every way in which they came to it. */
export class FirstSeen {
  readonly #seen = new Set<string>();
  #left: number = charactersMax;

  /** True for the first of those with the same key: what makes two entries one. */
  isNew(...key: readonly unknown[]): boolean {
    const text = JSON.stringify(key);
    if (this.#seen.has(text)) return false;
    if (text.length <= this.#left) {
      this.#seen.add(text);
      this.#left -= text.length;
    }
    return true;
  }
}
