// SPDX-License-Identifier: Apache-2.0
import { outcomeSigns } from '@plumbline/core/verdicts/signs';
import type { GivenAnswer } from '@plumbline/core/verdicts/verdict';
import { markdownCode, markdownText } from '../markdown/markdown-text.ts';
import { subjectMarkdown } from '../markdown/subject-markdown.ts';
import type { Here } from './explanation.ts';

/** Which repository the answers are about, and the answers with where to look. */
export function hereMarkdown({ subject, asOf, profile }: Here, answers: readonly GivenAnswer[]): readonly string[] {
  return [
    `${subjectMarkdown(subject)}, as of ${asOf.slice(0, 10)}, profile ${markdownText(profile.id)}`,
    '',
    ...answers.map(answerItem),
  ];
}

function answerItem({ check, required, answer }: GivenAnswer): string {
  const { symbol, word } = outcomeSigns[answer.outcome];
  const places = [
    ...new Set(
      answer.citations.map(({ location, note }) =>
        note === undefined ? markdownCode(location) : `${markdownCode(location)} (${markdownText(note)})`,
      ),
    ),
  ];
  return [
    `- ${symbol} ${word} ${markdownCode(check)}${required ? '' : ' (not required)'}: ${markdownText(answer.because)}`,
    ...(places.length === 0 ? [] : [`  - seen in ${places.join(', ')}`]),
    ...(answer.outcome === 'unknown' ? [`  - would answer it: ${markdownText(answer.resolve)}`] : []),
  ].join('\n');
}
