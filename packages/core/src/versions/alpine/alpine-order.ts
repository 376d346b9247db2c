// SPDX-License-Identifier: Apache-2.0
import { compareOf, type Numeral, numeralOf } from '../numeral.ts';
import { type VersionOrder, versionLengthMax } from '../version-order.ts';

export type AlpineVersion = {
  /** As written: a number with a leading zero is compared as text. */
  readonly numbers: readonly string[];
  readonly letter: string;
  readonly suffixes: readonly (readonly [rank: number, number: Numeral])[];
  readonly revision: Numeral;
};

const suffixRanks: { readonly [suffix: string]: number } = {
  alpha: -4,
  beta: -3,
  pre: -2,
  rc: -1,
  cvs: 1,
  svn: 2,
  git: 3,
  hg: 4,
  p: 5,
};

// apk-package(5): number{.number}…{letter}{_suffix{number}}…{~hash}{-r#}
const pattern = /^(\d+(?:\.\d+)*)([a-z]?)((?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*)(?:~[0-9a-f]+)?(?:-r(\d+))?$/;

/** Versions of Alpine's apk and its kin, as apk-package(5) describes them. */
export const alpineOrder: VersionOrder<AlpineVersion> = {
  parse(text) {
    const match = text.length > versionLengthMax ? null : pattern.exec(text.trim());
    if (match === null) return null;
    const [, numbers = '', letter = '', suffixes = '', revision = '0'] = match;
    return {
      numbers: numbers.split('.'),
      letter,
      suffixes: suffixes.split('_').slice(1).map(suffixOf),
      revision: numeralOf(revision),
    };
  },
  compare: (a, b) =>
    compareNumbers(a.numbers, b.numbers) ||
    compareOf(a.letter, b.letter) ||
    compareSuffixes(a.suffixes, b.suffixes) ||
    compareOf(a.revision, b.revision),
};

function suffixOf(text: string): readonly [number, Numeral] {
  const word = text.replace(/\d+$/, '');
  const digits = text.slice(word.length);
  return [suffixRanks[word] ?? 0, digits === '' ? 0 : numeralOf(digits)];
}

function compareNumbers(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const [left = '', right = ''] = [a[at], b[at]];
    const fraction = at > 0 && (left.startsWith('0') || right.startsWith('0'));
    const order = fraction ? compareOf(left, right) : compareOf(numeralOf(left), numeralOf(right));
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** None stands between those before a release and those after. */
function compareSuffixes(a: AlpineVersion['suffixes'], b: AlpineVersion['suffixes']): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [[leftRank, left], [rightRank, right]] = [a[at] ?? [0, 0], b[at] ?? [0, 0]];
    const order = leftRank - rightRank || compareOf(left, right);
    if (order !== 0) return order;
  }
  return 0;
}
