// SPDX-License-Identifier: Apache-2.0
import { linesOf, type Line } from '../syntax/lines.ts';
import type { CommentStyle } from './build-file-kind.ts';

/** The lines of a build file without what is commented out. */
export function* codeLines(text: string, style: CommentStyle): Generator<Line> {
  const block = blockOf[style];
  let inBlock = false;
  for (const { number, text: line } of linesOf(text)) {
    let rest = line;
    if (inBlock && block !== null) {
      const end = rest.indexOf(block.close);
      if (end === -1) continue;
      rest = rest.slice(end + block.close.length);
      inBlock = false;
    }
    if (block !== null) {
      const opened = withoutBlocks(rest, block);
      rest = opened.code;
      inBlock = opened.open;
    }
    yield { number, text: withoutLineComment(rest, style) };
  }
}

type Block = { readonly open: string; readonly close: string };

const blockOf: { readonly [S in CommentStyle]: Block | null } = {
  hash: { open: '#[[', close: ']]' },
  m4: null,
  slashes: { open: '/*', close: '*/' },
  dashes: { open: '--[[', close: ']]' },
  xml: { open: '<!--', close: '-->' },
  none: null,
};

function withoutBlocks(line: string, { open, close }: Block): { readonly code: string; readonly open: boolean } {
  let code = '';
  for (let at = 0; ;) {
    const start = line.indexOf(open, at);
    if (start === -1) return { code: code + line.slice(at), open: false };
    code += line.slice(at, start);
    const end = line.indexOf(close, start + open.length);
    if (end === -1) return { code, open: true };
    at = end + close.length;
  }
}

function withoutLineComment(line: string, style: CommentStyle): string {
  if (style === 'hash') return line.slice(0, startOfHash(line));
  if (style === 'm4') return line.slice(0, startOfHash(line)).replace(/(?:^|\s)dnl(?:\s.*)?$/u, '');
  if (style === 'slashes') return line.replace(/(?:^|\s)\/\/.*$/u, '');
  return style === 'dashes' ? line.replace(/(?:^|\s)--\s.*$/u, '') : line;
}

/** A `#` begins a comment at the start of a word, outside quotes. */
function startOfHash(line: string): number {
  let quote = '';
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (character === '\\') at += 1;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = hasPair(line, at) ? character : '';
    else if (character === '#' && (at === 0 || /[\s;)(]/u.test(line[at - 1] ?? ''))) return at;
  }
  return line.length;
}

/** An apostrophe in prose (`don't # …`) opens nothing. */
function hasPair(line: string, at: number): boolean {
  return line.includes(line[at] ?? '', at + 1);
}
