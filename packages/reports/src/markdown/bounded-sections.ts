// SPDX-License-Identifier: Apache-2.0

/** A part that folds: Markdown for its title, and its entries in order. */
export type Section = { readonly title: string; readonly entries: readonly string[] };

/** What closes a section, with the note on what was cut. */
const reserved = 160;

/**
 * Sections as Markdown of at most `most` characters: entries that do not fit are left out from the end, and their
 * section says how many. Sections without entries are left out.
 */
export function boundedSections(sections: readonly Section[], most: number): string {
  const shown = sections.filter(({ entries }) => entries.length > 0);
  let left = most - shown.length * reserved;
  return shown
    .map(({ title, entries }) => {
      const open = `\n<details><summary>${title}</summary>\n\n`;
      left -= open.length;
      const fitting = entries.slice(0, countFitting(entries, left));
      left -= lengthOf(fitting);
      const cut = entries.length - fitting.length;
      const note =
        cut === 0
          ? ''
          : `\n${cut} of ${entries.length} are left out here: a comment is bounded. The full report has them.\n`;
      return `${open}${fitting.map((entry) => `${entry}\n`).join('')}${note}\n</details>\n`;
    })
    .join('');
}

const lengthOf = (entries: readonly string[]): number => entries.reduce((sum, entry) => sum + entry.length + 1, 0);

function countFitting(entries: readonly string[], most: number): number {
  let used = 0;
  const over = entries.findIndex((entry) => {
    used += entry.length + 1;
    return used > most;
  });
  return over === -1 ? entries.length : over;
}
