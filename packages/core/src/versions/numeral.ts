// SPDX-License-Identifier: Apache-2.0

/** A whole number of any size. JavaScript orders the two kinds exactly among each other. */
export type Numeral = number | bigint;

const exactDigits = 15;

/** The number that decimal digits write; leading zeros say nothing. */
export function numeralOf(digits: string): Numeral {
  return digits.length <= exactDigits ? Number(digits) : BigInt(digits);
}

export function compareOf<T extends Numeral | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares element by element; the end of the shorter list stands for `end`. */
export function compareLists<T extends Numeral>(a: readonly T[], b: readonly T[], end: T): number {
  const length = Math.max(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const order = compareOf(a[at] ?? end, b[at] ?? end);
    if (order !== 0) return order;
  }
  return 0;
}
