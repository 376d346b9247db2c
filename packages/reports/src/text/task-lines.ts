// SPDX-License-Identifier: Apache-2.0
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import type { Verdict } from '@plumbline/core/verdicts/verdict';
import { visibleLine } from '../visible-text.ts';
import { answerLines } from './answer-lines.ts';
import type { Layout } from './layout.ts';
import { toned } from './toned.ts';
import { wrap } from './wrap.ts';

/** `not applicable` is rare: it takes the room that it needs. */
const wordWidth = 10;
const reasonLinesMax = 3;

/**
 * `  ✗ PW.7.2  not met     because…`, the reason continued below itself on a wide terminal and below the id on a narrow
 * one. `verbose`: the whole reason, then every answer.
 */
export function taskLines(verdict: Verdict, layout: Layout): readonly string[] {
  const { style, width, verbose } = layout;
  const sign = verdictSigns[verdict.verdict];
  const label = `${sign.symbol} ${verdict.task.padEnd(6)}  ${sign.word.padEnd(wordWidth)}  `;
  const narrow = width < 80;
  const indent = narrow ? 6 : 4 + label.length;
  const strength = verdict.strength === null ? '' : ` [${verdict.strength}]`;
  const untailored =
    verdict.untailored === undefined
      ? ''
      : ` [${verdictSigns[verdict.untailored].word} without this product's tailoring]`;
  const text = visibleLine(`${verdict.because}${strength}${untailored}`);
  const reason = wrap(text, width - indent, verbose ? {} : { linesMax: reasonLinesMax });
  const first = `    ${toned(style, sign.tone, narrow ? label.trimEnd() : label)}`;
  const rest = (narrow ? reason : reason.slice(1)).map((line) => ' '.repeat(indent) + line);
  const lines = [narrow ? first : `${first}${reason[0] ?? ''}`, ...rest];
  return verbose ? [...lines, ...verdict.answers.flatMap((given) => answerLines(given, layout))] : lines;
}
