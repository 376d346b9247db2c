// SPDX-License-Identifier: Apache-2.0

/** A line of a code-owners file. `pattern` still has its escapes. */
export type OwnerLine = { readonly pattern: string; readonly owners: readonly string[] };

/** The pattern up to the first space that is not escaped, then owners up to a comment. Null for empty and comments. */
export function splitLine(line: string): OwnerLine | null {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return null;
  const [pattern = ''] = /^(?:\\.|[^\s\\]|\\$)*/u.exec(text) ?? [];
  const owners: string[] = [];
  for (const word of text.slice(pattern.length).split(/\s+/u)) {
    if (word.startsWith('#')) break;
    if (word !== '') owners.push(word);
  }
  return { pattern, owners };
}

/** `@user`, `@org/team`, an address. */
export const isOwner = (word: string): boolean =>
  /^@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,99})(?:\/[\p{L}\p{N}_.-]{1,100}){0,10}$/u.test(word) ||
  /^[^\s@]{1,64}@[^\s@]{1,190}$/u.test(word);
