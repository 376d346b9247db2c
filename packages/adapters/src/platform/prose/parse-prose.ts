// SPDX-License-Identifier: Apache-2.0
import { headingAt } from './heading.ts';
import type { LineStart, Passage, Prose, Section } from './prose.ts';
import { readLines, type ProseLine } from './read-lines.ts';

const item = /^\s{0,24}(?:[-*+•]|\d{1,3}[.)]|#\.|\*{1,5}|\.{1,5})\s+(?=\S)/u;
const row = /^\s{0,12}\|/u;
const divider = /^[\s|:+=\-_*~]+$/u;
/** `[name]: url` and reStructuredText's `.. _name: url`. */
const definition =
  /^\s{0,6}(?:\[([^\]]{1,200})\]:\s*<?(\S{1,1000}?)>?(?:\s.*)?|\.\. _`?([^:`]{1,200})`?:\s*(\S{1,1000}))$/u;
const passageLengthMax = 6_000;

type Open = { kind: 'paragraph' | 'item'; text: string; line: number; lineStarts: LineStart[] };

class Builder {
  readonly sections: Section[] = [];
  readonly passages: Passage[] = [];
  readonly definitions: Map<string, string> = new Map();
  private readonly stack: { title: string; level: number }[] = [];
  private open: Open | null = null;

  heading(title: string, level: number, line: number): void {
    this.close();
    while ((this.stack.at(-1)?.level ?? -1) >= level) this.stack.pop();
    this.sections.push({ title, level, line, parents: this.stack.map((entry) => entry.title) });
    this.stack.push({ title, level });
  }

  whole(kind: 'row' | 'code', text: string, line: number): void {
    this.close();
    this.add({ kind, text, line, lineStarts: [{ offset: 0, line }] });
  }

  text(raw: string, line: number, startsItem: boolean): void {
    if (startsItem) this.close();
    const text = raw.replace(startsItem ? item : /^\s+/u, '').replace(/^(?:\[[ xX]\]\s)/u, '');
    if (this.open === null || this.open.text.length > passageLengthMax) {
      this.close();
      this.open = { kind: startsItem ? 'item' : 'paragraph', text, line, lineStarts: [{ offset: 0, line }] };
      return;
    }
    this.open.lineStarts.push({ offset: this.open.text.length + 1, line });
    this.open.text += ` ${text}`;
  }

  close(): void {
    if (this.open !== null) this.add(this.open);
    this.open = null;
  }

  private add(passage: Omit<Passage, 'section'>): void {
    if (passage.text.trim() !== '') this.passages.push({ ...passage, section: this.sections.length - 1 });
  }
}

/**
 * Understands Markdown, reStructuredText, AsciiDoc and plain text as headings over paragraphs, items, rows and code.
 * Linear in the text; never throws. What it does not know stays a paragraph.
 */
export function parseProse(path: string, text: string): Prose {
  const lines = readLines(path, text);
  const plain = lines.map((entry) => (entry.code ? '' : unquoted(entry.text)));
  const builder = new Builder();
  for (let index = 0; index < lines.length;) {
    const entry = lines[index];
    if (entry === undefined) break;
    const heading = entry.code ? null : headingAt(plain, index);
    if (heading) {
      builder.heading(heading.title, heading.level, entry.line);
      index += heading.lines;
    } else {
      addLine(builder, entry, plain[index] ?? '');
      index += 1;
    }
  }
  builder.close();
  return { path, sections: builder.sections, passages: builder.passages, definitions: builder.definitions };
}

const unquoted = (text: string): string => text.replace(/^\s{0,3}(?:>\s?){1,4}/u, '');

function addLine(builder: Builder, entry: ProseLine, text: string): void {
  if (entry.code) return builder.whole('code', entry.text.trim(), entry.line);
  const defined = definition.exec(text);
  if (defined) {
    builder.close();
    builder.definitions.set((defined[1] ?? defined[3] ?? '').toLowerCase(), defined[2] ?? defined[4] ?? '');
    return;
  }
  if (text.trim() === '' || divider.test(text)) return builder.close();
  if (row.test(text)) return builder.whole('row', text.trim(), entry.line);
  builder.text(text, entry.line, item.test(text));
}
