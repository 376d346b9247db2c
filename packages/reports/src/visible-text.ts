// SPDX-License-Identifier: Apache-2.0

/**
 * What hides or reorders text (Unicode TR 36): controls but tab and line feed, format characters such as bidirectional
 * controls, line separators, and halves of surrogate pairs.
 */
const invisible = /[[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]--[\t\n]]/gv;

/**
 * Text from outside with every invisible or reordering character written out as `⟨U+202E⟩`, so that what a reader sees
 * is what is there. Visible text in any script stays as it is.
 */
export function visibleText(text: string): string {
  return text.replace(invisible, (found) => {
    const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `⟨U+${code}⟩`;
  });
}

/** The same on one line: white space of any kind and length becomes one space. */
export function visibleLine(text: string): string {
  return visibleText(text.replace(/[\t\n\r\v\f ]+/gu, ' ').trim());
}

/** No longer than `most` characters, cut between characters, and it says so. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
