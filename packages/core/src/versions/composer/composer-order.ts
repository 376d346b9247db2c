// SPDX-License-Identifier: Apache-2.0
import { compareOf, type Numeral, numeralOf } from '../numeral.ts';
import { type VersionOrder, versionLengthMax } from '../version-order.ts';

/** Numbers and stabilities in turn, as version_compare() of PHP splits the normalised text. */
export type ComposerVersion = readonly (Numeral | string)[];

const modifier = '[._-]?(?:(stable|beta|b|rc|alpha|a|patch|pl|p)([.-]?\\d+(?:[.-]\\d+)*)?)?([.-]?dev)?';
const classical = new RegExp(`^v?(\\d{1,5})(\\.\\d+)?(\\.\\d+)?(\\.\\d+)?${modifier}$`);
const dated = new RegExp(`^v?(\\d{4}(?:[.:-]?\\d{2}){1,6}(?:[.:-]?\\d{1,3}){0,2})${modifier}$`);
const branch = /^v?(\d+)(\.(?:\d+|[x*]))?(\.(?:\d+|[x*]))?(\.(?:\d+|[x*]))?[.-]?dev$/;
/** What a branch has in the place of a number that it leaves open. */
const openEnd = 9_999_999;

const stabilityRanks: { readonly [stability: string]: number } = { dev: 0, alpha: 1, a: 1, beta: 2, b: 2, rc: 3 };
const end = 3.5;
const numberRank = 4;
const patchRank = 5;

/**
 * Composer: versions are normalised (four numbers, stability spelled out, metadata, flags and aliases off, numeric
 * branches such as `1.x-dev` as the highest of theirs) and then ordered as PHP's version_compare does. A branch with a
 * name (`dev-main`) has no place among versions.
 */
export const composerOrder: VersionOrder<ComposerVersion> = {
  parse(text) {
    if (text.length > versionLengthMax) return null;
    const plain = (
      text
        .trim()
        .toLowerCase()
        .split(/\s+as\s+/)[0] ?? ''
    )
      .replace(/@(?:stable|rc|beta|alpha|dev)$/, '')
      .replace(/\+\S*$/, '');
    return plain.startsWith('dev-') ? null : (classicalVersion(plain) ?? datedVersion(plain) ?? branchVersion(plain));
  },
  compare(a, b) {
    for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
      const [left, right] = [a[at], b[at]];
      const order = rankOf(left) - rankOf(right);
      if (order !== 0) return order;
      const numbers = typeof left !== 'string' && typeof right !== 'string' ? compareOf(left ?? 0, right ?? 0) : 0;
      if (numbers !== 0) return numbers;
    }
    return 0;
  },
};

function classicalVersion(text: string): ComposerVersion | null {
  const match = classical.exec(text);
  if (match === null) return null;
  const numbers = match.slice(1, 5).map((part) => numeralOf((part ?? '0').replace('.', '')));
  return [...numbers, ...stabilityOf(match.slice(5))];
}

function datedVersion(text: string): ComposerVersion | null {
  const match = dated.exec(text);
  if (match === null) return null;
  return [...(match[1] ?? '').split(/\D/).map(numeralOf), ...stabilityOf(match.slice(2))];
}

function branchVersion(text: string): ComposerVersion | null {
  const match = branch.exec(text);
  if (match === null) return null;
  const numbers = match
    .slice(1, 5)
    .map((part = '.x') => (/[x*]/.test(part) ? openEnd : numeralOf(part.replace('.', ''))));
  return [...numbers, 'dev'];
}

function stabilityOf([stability, numbers, dev]: readonly (string | undefined)[]): ComposerVersion {
  if (stability === 'stable') return [];
  const counted = (numbers ?? '').split(/[.-]/).filter((part) => part !== '');
  return [
    ...(stability === undefined ? [] : [stability, ...counted.map(numeralOf)]),
    ...(dev === undefined ? [] : ['dev']),
  ];
}

/** Any stability but a patch is below the end of the text, a number and a patch are above. */
function rankOf(part: Numeral | string | undefined): number {
  if (part === undefined) return end;
  return typeof part === 'string' ? (stabilityRanks[part] ?? patchRank) : numberRank;
}
