// SPDX-License-Identifier: Apache-2.0

/** A line of prose without comments. `code` is inside a fence. `line` counts from 1. */
export type ProseLine = { readonly text: string; readonly line: number; readonly code: boolean };

const linesMax = 30_000;
/** Longer lines are cut: nothing that people wrote to be read is longer, and matching stays linear. */
const lineLengthMax = 4_000;

const fence = /^\s{0,12}(?:[-*+]\s+|\d{1,3}[.)]\s+)?(`{3,}|~{3,})/u;
/** Markdown alone has fences; elsewhere a run of `~` underlines a title. */
const markdownName = /\.(?:md|markdown|mdx|mkd)$/iu;
/** AsciiDoc's listing and literal blocks; as Markdown a thematic break, which is no text either. */
const asciidocBlock = /^(?:-{4,}|\.{4,}|\+{4,})$/u;

type Region = { readonly kind: 'text' | 'comment' | 'asciidoc-comment' | 'front-matter' } | Fence;
type Fence = { readonly kind: 'fence'; readonly close: string };

/** Lines with front matter and comments taken out and fenced code marked. Bounded in count and length. */
export function readLines(path: string, text: string): readonly ProseLine[] {
  const asciidoc = /\.(?:adoc|asciidoc|asc)$/iu.test(path);
  const markdown = markdownName.test(path);
  const lines: ProseLine[] = [];
  let region: Region = { kind: 'text' };
  for (const [index, whole] of splitLines(text).entries()) {
    const raw = whole.slice(0, lineLengthMax).trimEnd();
    const step = advance(region, raw, { first: index === 0, asciidoc, markdown });
    region = step.region;
    if (step.text !== null) lines.push({ text: step.text, line: index + 1, code: step.code });
  }
  return lines;
}

export function splitLines(text: string): readonly string[] {
  return text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u, linesMax);
}

type Where = { readonly first: boolean; readonly asciidoc: boolean; readonly markdown: boolean };
type Step = { readonly region: Region; readonly text: string | null; readonly code: boolean };

function advance(region: Region, raw: string, where: Where): Step {
  const skip = (next: Region): Step => ({ region: next, text: null, code: false });
  switch (region.kind) {
    case 'front-matter':
      return skip(/^(?:---|\.\.\.|\+\+\+)$/u.test(raw) ? { kind: 'text' } : region);
    case 'asciidoc-comment':
      return skip(raw === '////' ? { kind: 'text' } : region);
    case 'comment': {
      const end = raw.indexOf('-->');
      return end < 0 ? skip(region) : { region: { kind: 'text' }, text: raw.slice(end + 3), code: false };
    }
    case 'fence':
      if (closes(region, raw)) return { region: { kind: 'text' }, text: '', code: false };
      return { region, text: raw, code: true };
    case 'text':
      return fromText(raw, where);
  }
}

function closes(region: Fence, raw: string): boolean {
  const trimmed = raw.trim();
  return (
    region.close.length > 1 && trimmed.startsWith(region.close) && trimmed.replaceAll(region.close[0] ?? '', '') === ''
  );
}

function fromText(raw: string, where: Where): Step {
  if (where.first && (raw === '---' || raw === '+++'))
    return { region: { kind: 'front-matter' }, text: null, code: false };
  if (where.asciidoc && raw === '////') return { region: { kind: 'asciidoc-comment' }, text: null, code: false };
  if (where.asciidoc && asciidocBlock.test(raw))
    return { region: { kind: 'fence', close: raw }, text: '', code: false };
  const [, opened] = (where.markdown ? fence.exec(raw) : null) ?? [];
  if (opened !== undefined) return { region: { kind: 'fence', close: opened }, text: '', code: false };
  return withoutComments(raw);
}

function withoutComments(raw: string): Step {
  let text = raw;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--')) {
    const end = text.indexOf('-->', start);
    if (end < 0) return { region: { kind: 'comment' }, text: text.slice(0, start), code: false };
    text = `${text.slice(0, start)} ${text.slice(end + 3)}`;
  }
  return { region: { kind: 'text' }, text, code: false };
}
