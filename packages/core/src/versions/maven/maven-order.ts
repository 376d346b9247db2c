// SPDX-License-Identifier: Apache-2.0
import { compareOf, type Numeral } from '../numeral.ts';
import { type VersionOrder, versionLengthMax } from '../version-order.ts';
import { isList, type MavenItem, type MavenList, parseMavenVersion } from './maven-version.ts';

const qualifiers: readonly string[] = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const released: ReadonlySet<string> = new Set(['ga', 'final', 'release']);

/** Maven takes every text for a version; only an empty one is none. */
export const mavenOrder: VersionOrder<MavenList> = {
  parse: (text) => (text.trim() === '' || text.length > versionLengthMax ? null : parseMavenVersion(text.trim())),
  compare: compareMavenLists,
};

function compareMavenLists(a: MavenList, b: MavenList): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const order = compareItems(a[at], b[at]);
    if (order !== 0) return order;
  }
  return 0;
}

/** Words are below lists, lists below numbers; the end is compared with each in its own way. */
function compareItems(a: MavenItem | undefined, b: MavenItem | undefined): number {
  if (a === undefined) return b === undefined ? 0 : -compareWithEnd(b);
  if (b === undefined) return compareWithEnd(a);
  if (isList(a)) return isList(b) ? compareMavenLists(a, b) : isNumber(b) ? -1 : 1;
  if (isNumber(a)) return isNumber(b) ? compareOf(a, b) : 1;
  if (isList(b) || isNumber(b)) return -1;
  return compareWords(wordOf(a), wordOf(b)) || compareOf(countOf(a), countOf(b));
}

/** `1.0` is `1`, `1-rc` below it, `1-sp` above; of a list the first item that differs decides (MNG-6964). */
function compareWithEnd(item: MavenItem): number {
  if (isNumber(item)) return item == 0 ? 0 : 1;
  if (!isList(item)) return compareWords(wordOf(item), '');
  for (const inner of item) {
    const order = compareWithEnd(inner);
    if (order !== 0) return order;
  }
  return 0;
}

type Word = Exclude<MavenItem, MavenList | Numeral>;

const isNumber = (item: MavenItem): item is Numeral => typeof item === 'number' || typeof item === 'bigint';
const wordOf = (item: Word): string => (typeof item === 'string' ? item : item.word);
/** A word without a number is below the same with any. */
const countOf = (item: Word): Numeral => (typeof item === 'string' ? -1 : item.number);

/** Known qualifiers in their order, then all others by their letters. */
function compareWords(a: string, b: string): number {
  const [left, right] = [rankOf(a), rankOf(b)];
  return left - right || (left === qualifiers.length ? compareOf(a, b) : 0);
}

function rankOf(word: string): number {
  const known = qualifiers.indexOf(released.has(word) ? '' : word);
  return known === -1 ? qualifiers.length : known;
}
