// SPDX-License-Identifier: Apache-2.0
import { markdownText } from '@plumbline/reports/markdown/markdown-text';
import { plainStyle, type Style } from '@plumbline/reports/text/style';
import { visibleLine } from '@plumbline/reports/visible-text';

/** A part of a report: a heading and what stands below it, line by line. Empty ones are left out. */
export type Section = { readonly title: string; readonly lines: readonly string[] };

const linesMax = 200;

/** For people at a terminal. */
export function textOfSections(title: string, sections: readonly Section[], style: Style = plainStyle): string {
  const parts = shown(sections).map((section) =>
    [style.bold(visibleLine(section.title)), ...section.lines.map((line) => `  ${visibleLine(line)}`)].join('\n'),
  );
  return `${[visibleLine(title), ...parts].join('\n\n')}\n`;
}

/** For a comment on a change. */
export function markdownOfSections(title: string, sections: readonly Section[]): string {
  const parts = shown(sections).map((section) =>
    [`#### ${markdownText(section.title)}`, '', ...section.lines.map((line) => `- ${markdownText(line)}`)].join('\n'),
  );
  return `${[`### ${markdownText(title)}`, ...parts].join('\n\n')}\n`;
}

function shown(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap(({ title, lines }) => {
    if (lines.length === 0) return [];
    const more = lines.length - linesMax;
    return [{ title, lines: more > 0 ? [...lines.slice(0, linesMax), `and ${more} more`] : lines }];
  });
}
