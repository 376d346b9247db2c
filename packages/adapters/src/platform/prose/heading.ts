// SPDX-License-Identifier: Apache-2.0
import { plainText } from './plain-text.ts';

/** A heading at a line, and how many lines it takes. */
export type Heading = { readonly title: string; readonly level: number; readonly lines: number };

const atx = /^\s{0,3}(#{1,6})\s+(\S.*)$/u;
const asciidoc = /^(={1,6})\s+(\S.*)$/u;
const html = /^\s*<(h[1-6]|summary)\b[^>]{0,200}>(.{1,300})<\/(?:h[1-6]|summary)>\s*$/iu;
const bold = /^\s{0,3}(?:\*\*|__)([^*_].{0,118}?)(?:\*\*|__):?$/u;
/** A line under a title: Markdown's `===` and `---`, and the punctuation that reStructuredText allows. */
const rule = /^([=\-~^"*+#:.'`_])\1{2,}$/u;
const ruleLevels = '=-~^"\'`#*+:._';

/**
 * The heading that starts at `lines[index]`: ATX, setext, reStructuredText with or without overline, AsciiDoc, HTML, or
 * a line all in bold. Null where none does.
 */
export function headingAt(lines: readonly string[], index: number): Heading | null {
  const line = lines[index] ?? '';
  if (line.trim() === '' || line.length > 300) return null;
  const marked = atx.exec(line) ?? asciidoc.exec(line);
  if (marked) return made(marked[2]?.replace(/\s#+$/u, '') ?? '', marked[1]?.length ?? 1, 1);
  const tagged = html.exec(line);
  if (tagged) return made(tagged[2] ?? '', Number(tagged[1]?.[1]) || 5, 1);
  return underlined(lines, index) ?? inBold(lines, index);
}

function underlined(lines: readonly string[], index: number): Heading | null {
  const line = lines[index] ?? '';
  const above = lines[index - 1]?.trim() ?? '';
  const over = rule.exec(line);
  // reStructuredText: overline, title, underline of the same character.
  if (over) {
    const title = lines[index + 1]?.trim() ?? '';
    const under = lines[index + 2] ?? '';
    const isTitle = title !== '' && !rule.test(title) && rule.exec(under)?.[1] === over[1];
    // An overline marks the title of the document: it stands above what is only underlined.
    return isTitle && under.length >= title.length ? made(title, 0, 3) : null;
  }
  const under = rule.exec(lines[index + 1] ?? '');
  if (!under || /^\s{4}|^\s*[-*+|>]\s/u.test(line)) return null;
  if (above !== '' && !rule.test(above)) return null;
  // Markdown takes any length; the other characters count only when they run under the whole title.
  const long = under[0].length >= line.trim().length;
  const markdown = under[1] === '=' || under[1] === '-';
  return markdown || long ? made(line, 1 + Math.min(5, ruleLevels.indexOf(under[1] ?? '=')), 2) : null;
}

function inBold(lines: readonly string[], index: number): Heading | null {
  const title = bold.exec(lines[index] ?? '')?.[1];
  if (title === undefined || (lines[index - 1]?.trim() ?? '') !== '' || /[.!]$/u.test(title)) return null;
  return title.includes('**') || title.split(' ').length > 8 ? null : made(title, 6, 1);
}

function made(raw: string, level: number, lines: number): Heading | null {
  const title = plainText(raw)
    .replace(/[:\s]+$/u, '')
    .trim();
  return title === '' ? null : { title, level, lines };
}
