// SPDX-License-Identifier: Apache-2.0
import { plainText } from './plain-text.ts';
import { lineAt, type Passage } from './prose.ts';

/** One sentence of a passage. `raw` has its marks and links, `plain` is lower-case and as a reader sees it. */
export type Sentence = {
  readonly raw: string;
  readonly plain: string;
  readonly line: number;
  readonly passage: Passage;
};

/** A full stop that ends a sentence: before a space and a new start, not after "e.g." and its like. */
const end =
  /(?<!\b(?:e\.g|i\.e|etc|vs|no|cf|approx|mr|dr|incl))[.!?]["')\]*_]{0,3}(?=\s+["'(*_`[<]{0,3}[\p{Lu}\p{N}])/giu;

export function sentencesOf(passage: Passage): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (until: number): void => {
    const raw = passage.text.slice(start, until);
    const plain = plainText(raw).toLowerCase();
    const offset = start + (raw.length - raw.trimStart().length);
    if (plain !== '') sentences.push({ raw, plain, line: lineAt(passage, offset), passage });
    start = until;
  };
  if (passage.kind !== 'code') for (const match of passage.text.matchAll(end)) push(match.index + match[0].length);
  push(passage.text.length);
  return sentences;
}
