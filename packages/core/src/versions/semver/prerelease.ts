// SPDX-License-Identifier: Apache-2.0
import { compareOf, type Numeral, numeralOf } from '../numeral.ts';

/** Dot-separated identifiers after the hyphen: numbers, and texts. */
export type Prerelease = readonly (Numeral | string)[];

export function prereleaseOf(text: string): Prerelease {
  return text.split('.').map((identifier) => (/^\d+$/.test(identifier) ? numeralOf(identifier) : identifier));
}

/**
 * Semantic Versioning 2.0.0 §11.3, §11.4: none is above any; numbers below texts; the longer of two that begin alike is
 * above.
 */
export function comparePrerelease(a: Prerelease, b: Prerelease): number {
  if (a.length === 0 || b.length === 0) return Math.sign(b.length - a.length);
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const order = compareIdentifiers(a[at] ?? 0, b[at] ?? 0);
    if (order !== 0) return order;
  }
  return Math.sign(a.length - b.length);
}

function compareIdentifiers(a: Numeral | string, b: Numeral | string): number {
  if (typeof a === 'string') return typeof b === 'string' ? compareOf(a, b) : 1;
  return typeof b === 'string' ? -1 : compareOf(a, b);
}
