// SPDX-License-Identifier: Apache-2.0
import type { GivenAnswer } from '@plumbline/core/verdicts/verdict';
import { outcomeSigns } from '@plumbline/core/verdicts/signs';
import type { Layout } from './layout.ts';
import { visibleLine } from '../visible-text.ts';
import { toned } from './toned.ts';
import { wrap } from './wrap.ts';

/** One answer with its reason, where to look, and for an unknown what would resolve it. */
export function answerLines({ check, required, answer }: GivenAnswer, { style, width }: Layout): readonly string[] {
  const sign = outcomeSigns[answer.outcome];
  const places = [
    ...new Set(answer.citations.map(({ location, note }) => (note === undefined ? location : `${location} (${note})`))),
  ];
  const paragraph = (text: string): readonly string[] =>
    wrap(visibleLine(text), width - 10).map((line) => `          ${line}`);
  return [
    `        ${toned(style, sign.tone, `${sign.symbol} ${sign.word}`)} ${style.bold(check)}${required ? '' : style.dim(' (not required)')}`,
    ...paragraph(answer.because),
    ...(places.length === 0 ? [] : paragraph(`seen in: ${places.join(', ')}`).map((line) => style.dim(line))),
    ...(answer.outcome === 'unknown' ? paragraph(`would answer it: ${answer.resolve}`) : []),
  ];
}
