// SPDX-License-Identifier: Apache-2.0

/** Breaks text at spaces so that no line is wider than `width` columns, where its words allow; at most `linesMax` lines. */
export function wrap(text: string, width: number, linesMax: number = Number.POSITIVE_INFINITY): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((word) => pieces(word, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
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
