// SPDX-License-Identifier: Apache-2.0
import { compareOf, type Numeral, numeralOf } from '../numeral.ts';
import { type VersionOrder, versionLengthMax } from '../version-order.ts';

export type RubyVersion = readonly (Numeral | string)[];

// Gem::Version::ANCHORED_VERSION_PATTERN
const pattern = /^\d+(?:\.[0-9a-zA-Z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
const segments = /\d+|[a-z]+/gi;

/**
 * Gem::Version: numbers and words are segments of their own, a hyphen reads `.pre.`, a word is below a number, and
 * zeros at the end of the release and of the prerelease say nothing.
 */
export const rubygemsOrder: VersionOrder<RubyVersion> = {
  parse(text) {
    const trimmed = text.trim();
    if (text.length > versionLengthMax || !pattern.test(trimmed)) return null;
    const all = trimmed
      .replaceAll('-', '.pre.')
      .match(segments)
      ?.map((segment) => (/^\d/.test(segment) ? numeralOf(segment) : segment));
    return all === undefined ? null : withoutTrailingZeros(all);
  },
  compare(a, b) {
    for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
      const order = compareSegments(a[at] ?? 0, b[at] ?? 0);
      if (order !== 0) return order;
    }
    return 0;
  },
};

function withoutTrailingZeros(all: RubyVersion): RubyVersion {
  const word = all.findIndex((segment) => typeof segment === 'string');
  const split = word === -1 ? all.length : word;
  return [...trimmed(all.slice(0, split)), ...trimmed(all.slice(split))];
}

function trimmed(part: RubyVersion): RubyVersion {
  const last = part.findLastIndex((segment) => typeof segment === 'string' || segment > 0);
  return part.slice(0, last + 1);
}

function compareSegments(a: Numeral | string, b: Numeral | string): number {
  if (typeof a === 'string') return typeof b === 'string' ? compareOf(a, b) : -1;
  return typeof b === 'string' ? 1 : compareOf(a, b);
}
