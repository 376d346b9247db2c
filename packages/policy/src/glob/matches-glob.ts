// SPDX-License-Identifier: Apache-2.0

/**
 * Whether a path is of a pattern: `?` is one character and `*` any number of them within one name, `**` any number of names,
 * everything else itself. Time grows with the product of the two lengths and never faster.
 */
export function matchesGlob(path: string, pattern: string): boolean {
  return matchesParts(path.split('/'), pattern.split('/'), matchesName, '**');
}

const matchesName = (name: string, pattern: string): boolean =>
  matchesParts([...name], [...pattern], (letter, one) => one === '?' || one === letter, '*');

/** The greedy match with one point to go back to, which is enough since a later wildcard makes the earlier one moot. */
function matchesParts<T>(
  parts: readonly T[],
  pattern: readonly T[],
  fits: (part: T, one: T) => boolean,
  any: T,
): boolean {
  let [at, next] = [0, 0];
  let [again, from] = [-1, 0];
  while (at < parts.length) {
    const part = parts[at] as T; // within bounds by the line above
    const one = pattern[next];
    if (one === any) {
      again = next;
      from = at;
      next += 1;
    } else if (one !== undefined && fits(part, one)) {
      at += 1;
      next += 1;
    } else if (again === -1) return false;
    else {
      from += 1;
      at = from;
      next = again + 1;
    }
  }
  while (pattern[next] === any) next += 1;
  return next === pattern.length;
}
