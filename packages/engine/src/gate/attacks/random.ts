// SPDX-License-Identifier: Apache-2.0

/** Whole numbers from 0 up to and without `below`; drawn anew for every run, so that no gate can know its attacks. */
export type Random = (below: number) => number;

export const letters = 'abcdefghijklmnopqrstuvwxyz';
export const alphanumerics = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[random(list.length)] ?? list[0];
}

export function textOf(random: Random, length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet[random(alphabet.length)] ?? '').join('');
}

/**
 * A text as issuers of tokens draw it, but one in which no word, run or sequence comes by chance, for those are what people write
 * in the place of a secret: it has no vowels, and no character that is near the two before it.
 */
export function tokenOf(random: Random, length: number, alphabet: string): string {
  const usable = [...alphabet].filter((character) => !/[aeiou]/i.test(character));
  let text = '';
  while (text.length < length) {
    const fitting = usable.filter((character) => !isNear(character, text));
    text += fitting[random(fitting.length)] ?? '';
  }
  return text;
}

function isNear(character: string, text: string): boolean {
  const [before, last] = [text.at(-2) ?? '', text.at(-1) ?? ''];
  return code(character) === code(before) || Math.abs(code(character) - code(last)) <= 1;
}

const code = (character: string): number => character.toLowerCase().charCodeAt(0);
