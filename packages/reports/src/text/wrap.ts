// SPDX-License-Identifier: Apache-2.0

export type WrapOptions = {
  /** Lines beyond are left out, which the last one says. */
  readonly linesMax?: number;
  /** What somebody copies (an address, a digest) stays in one piece, even where it is wider than a line. */
  readonly wholeWords?: boolean;
};

/** Breaks text at spaces so that no line is wider than `width` columns; a word that is wider is cut into lines. */
export function wrap(text: string, width: number, options: WrapOptions = {}): readonly string[] {
  const { linesMax = Number.POSITIVE_INFINITY, wholeWords = false } = options;
  const words = text.split(' ');
  const lines: string[] = [];
  let line = '';
  for (const word of wholeWords ? words : words.flatMap((word) => pieces(word, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
  }
  lines.push(line);
  if (lines.length <= linesMax) return lines;
  const kept = lines.slice(0, linesMax);
  return [...kept.slice(0, -1), `${(kept.at(-1) ?? '').slice(0, Math.max(1, width - 1))}…`];
}

/** A word that is wider than a line is cut into lines. */
function pieces(word: string, width: number): readonly string[] {
  if (word.length <= width) return [word];
  return Array.from({ length: Math.ceil(word.length / width) }, (_, index) =>
    word.slice(index * width, (index + 1) * width),
  );
}
