// SPDX-License-Identifier: Apache-2.0

/** A tag name taken apart: `pkg@v`, `1.2`, `-rc1`. The numbers are parted by dots, underscores or dashes. */
export type TagVersion = {
  readonly prefix: string;
  readonly numbers: readonly string[];
  readonly suffix: string;
};

const nameCharactersMax = 255;

/**
 * Finds the version in a tag name. Names of packages may hold digits too (`h2-1.2.3`, `@scope/log4j@2.17.1`), so the last
 * part of the name is looked at, numbers with a dot or an underscore first, then those with dashes, then any. Null
 * when there are none, or when they belong to a hash.
 */
export function versionOf(name: string): TagVersion | null {
  if (name.length > nameCharactersMax) return null;
  const base = Math.max(name.lastIndexOf('@'), name.lastIndexOf('/')) + 1;
  const start = /\d/u.test(name.slice(base)) ? base : 0;
  const rest = name.slice(start);
  if (/^[0-9a-f]{7,64}$/u.test(rest) && /[a-f]/u.test(rest)) return null;
  const found =
    /\d{1,14}(?:[._]\d{1,14})+/u.exec(rest) ?? /\d{1,14}(?:-\d{1,14})+/u.exec(rest) ?? /\d{1,14}/u.exec(rest);
  if (found === null) return null;
  const at = start + found.index;
  return {
    prefix: name.slice(0, at),
    numbers: found[0].split(/[._-]/u),
    suffix: name.slice(at + found[0].length),
  };
}
