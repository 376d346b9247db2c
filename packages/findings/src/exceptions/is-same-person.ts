// SPDX-License-Identifier: Apache-2.0

/**
 * Whether two entries in a file mean one person: by name or by address, in whatever letters, with or without what follows in
 * brackets. What names nobody is nobody else.
 */
export function isSamePerson(one: string, other: string): boolean {
  const [left, right] = [namesOf(one), namesOf(other)];
  return left.size === 0 || right.size === 0 || [...left].some((name) => right.has(name));
}

function namesOf(person: string): ReadonlySet<string> {
  const address = /[^\s<>()]+@[^\s<>()]+/u.exec(person)?.[0] ?? '';
  const name = person.replace(address, '').split(/[<(]/u, 1)[0] ?? '';
  return new Set([plain(name), plain(address)].filter((text) => text !== ''));
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
