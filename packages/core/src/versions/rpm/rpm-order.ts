// SPDX-License-Identifier: Apache-2.0
import { compareOf, type Numeral, numeralOf } from '../numeral.ts';
import { type VersionOrder, versionLengthMax } from '../version-order.ts';

/** `release` is null where the text has none, which is below any. */
export type RpmVersion = { readonly epoch: Numeral; readonly version: string; readonly release: string | null };

const epochPattern = /^(\d+):/;

/** `epoch:version-release` as rpm-version(7) orders it: epoch (0 where there is none), version, release. */
export const rpmOrder: VersionOrder<RpmVersion> = {
  parse(text) {
    const trimmed = text.trim();
    if (trimmed === '' || text.length > versionLengthMax || /[\s:]/.test(trimmed.replace(epochPattern, '')))
      return null;
    const epoch = epochPattern.exec(trimmed)?.[1];
    const rest = epoch === undefined ? trimmed : trimmed.slice(epoch.length + 1);
    const hyphen = rest.lastIndexOf('-');
    return {
      epoch: epoch === undefined ? 0 : numeralOf(epoch),
      version: hyphen === -1 ? rest : rest.slice(0, hyphen),
      release: hyphen === -1 ? null : rest.slice(hyphen + 1),
    };
  },
  compare: (a, b) =>
    compareOf(a.epoch, b.epoch) || compareSegments(a.version, b.version) || compareReleases(a.release, b.release),
};

function compareReleases(a: string | null, b: string | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return compareSegments(a, b);
}

const segment = /[0-9]+|[a-zA-Z]+|~|\^/g;

/**
 * Segments of digits or of letters; what else stands between them only separates. A tilde is below everything and the
 * end, a caret above the end and below everything else; a number is above a word; the longer list is above.
 */
function compareSegments(a: string, b: string): number {
  const [left, right] = [a.match(segment) ?? [], b.match(segment) ?? []];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [one, other] = [left[at], right[at]];
    const order = rankOf(one) - rankOf(other);
    if (order !== 0) return order;
    if (one === undefined || other === undefined) continue;
    const same = rankOf(one) === number ? compareOf(numeralOf(one), numeralOf(other)) : compareOf(one, other);
    if (same !== 0) return same;
  }
  return 0;
}

const number = 4;

function rankOf(text: string | undefined): number {
  if (text === undefined) return 1;
  if (text === '~') return 0;
  if (text === '^') return 2;
  return /^[0-9]/.test(text) ? number : 3;
}
