// SPDX-License-Identifier: Apache-2.0

const lengthMax = 2000;

/** The number, from 1, of the first line that fits and is no comment; null where none does. Long lines are cut. */
export function firstLine(text: string, pattern: RegExp): number | null {
  let number = 0;
  for (let from = 0; from <= text.length;) {
    const stop = text.indexOf('\n', from);
    const end = stop === -1 ? text.length : stop;
    const line = text.slice(from, Math.min(end, from + lengthMax));
    number += 1;
    if (pattern.test(line) && !/^\s*(?:\/\/|#(?!\[)|\*|--|;)/.test(line)) return number;
    from = end + 1;
  }
  return null;
}
