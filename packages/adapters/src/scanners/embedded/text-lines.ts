// SPDX-License-Identifier: Apache-2.0

/** Numbers of lines by offset, for the few places of a text that something was found at. */
export type TextLines = {
  /** Counts from 1. */
  readonly lineAt: (offset: number) => number;
  /** Counts from 1, in UTF-16 code units. */
  readonly columnAt: (offset: number) => number;
  /** The text of a line without its end; empty beyond the text. */
  readonly textOf: (line: number) => string;
};

/** Looks for line ends once, when first asked. */
export function textLines(text: string): TextLines {
  let starts: readonly number[] | undefined;
  const lineAt = (offset: number): number => {
    starts ??= lineStarts(text);
    let low = 0;
    for (let high = starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
  return {
    lineAt,
    columnAt: (offset) => offset - ((starts ??= lineStarts(text))[lineAt(offset) - 1] ?? 0) + 1,
    textOf: (line) => {
      const known = (starts ??= lineStarts(text));
      const start = known[line - 1];
      return start === undefined ? '' : text.slice(start, (known[line] ?? text.length + 1) - 1);
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
