// SPDX-License-Identifier: Apache-2.0
import type { Layout as TextLayout } from '../text/layout.ts';
import { wrap } from '../text/wrap.ts';

/** How wide the terminal is, in columns, and how words are marked on it. */
export type Layout = Pick<TextLayout, 'width' | 'style'>;

/** How words are marked: colour in addition to the words, never instead of them. */
type Mark = (text: string) => string;

const narrowest = 20;

/** Text behind a label of its own column; further lines stand below the first. */
export function labelled(layout: Layout, column: string, text: string, mark: Mark = layout.style.bold): string {
  const lines = wrap(text, Math.max(narrowest, layout.width - column.length));
  const rest = lines.slice(1).map((line) => `${' '.repeat(column.length)}${line}`);
  return [`${mark(column)}${lines[0] ?? ''}`, ...rest].join('\n');
}

/** Text over the whole width, every line marked. */
export function marked({ width }: Layout, text: string, mark: Mark): string {
  return wrap(text, Math.max(narrowest, width)).map(mark).join('\n');
}

/** `1 task`, `2 tasks`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
