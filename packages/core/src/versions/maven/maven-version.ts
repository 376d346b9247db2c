// SPDX-License-Identifier: Apache-2.0
import { type Numeral, numeralOf } from '../numeral.ts';

/** A word with a number at its end: `rc1`, `rc-1`. */
export type Counted = { readonly word: string; readonly number: Numeral };
export type MavenList = readonly MavenItem[];
export type MavenItem = Numeral | string | Counted | MavenList;

const abbreviations: { readonly [letter: string]: string } = { a: 'alpha', b: 'beta', m: 'milestone' };
const tokens = /[.-]|\d+|[^.\d-]+(?:-?\d+)?/g;

/**
 * Splits a version as Maven's "version order specification" says and ComparableVersion of Maven 3.9 and 4 does it: at
 * dots, hyphens and where digits and letters meet. What follows a hyphen, or such a meeting, or is a word with a number,
 * or is the last word, is a list of its own inside the one before. Zeros that say nothing are dropped.
 */
export function parseMavenVersion(text: string): MavenList {
  const lists: MavenItem[][] = [[]];
  const open = (): void => {
    const [outer, inner]: [MavenItem[], MavenItem[]] = [lists.at(-1) ?? [], []];
    if (outer.length === 0) return;
    outer.push(inner);
    lists.push(inner);
  };
  const add = (item: MavenItem): unknown => lists.at(-1)?.push(item);
  let afterItem = false;
  for (const { 0: token, index } of text.toLowerCase().matchAll(tokens)) {
    if (token === '.' || token === '-') {
      if (!afterItem) add(0);
      if (token === '-') open();
      afterItem = false;
      continue;
    }
    const item = itemOf(token);
    const last = index + token.length === text.length;
    if (afterItem || typeof item === 'object' || (typeof item === 'string' && last)) open();
    add(item);
    afterItem = true;
  }
  for (const list of lists.toReversed()) dropZeros(list);
  return lists[0] ?? [];
}

function itemOf(token: string): Numeral | string | Counted {
  const digits = /\d*$/.exec(token)?.[0] ?? '';
  if (digits === token) return numeralOf(digits);
  const word = token.slice(0, token.length - digits.length).replace(/-$/, '');
  if (digits === '') return word === 'cr' ? 'rc' : word;
  return { word: word === 'cr' ? 'rc' : (abbreviations[word] ?? word), number: numeralOf(digits) };
}

export function isList(item: MavenItem | undefined): item is MavenList {
  return Array.isArray(item);
}

/** Zeros and empty lists at the end, before a word, and before a list that begins with one. */
function dropZeros(list: MavenItem[]): void {
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const item = list[at];
    const empty = isList(item) ? item.length === 0 : typeof item !== 'string' && typeof item !== 'object' && item == 0;
    const next = list[at + 1];
    const first = isList(next) ? next[0] : undefined;
    const beforeWord =
      typeof next === 'string' || typeof first === 'string' || (typeof first === 'object' && !isList(first));
    if (empty && (next === undefined || beforeWord)) list.splice(at, 1);
  }
}
