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
