// SPDX-License-Identifier: Apache-2.0
import { outcomeSigns, verdictSigns } from '@plumbline/core/verdicts/signs';
import type { GivenAnswer, Verdict } from '@plumbline/core/verdicts/verdict';
import { shortened } from '../visible-text.ts';
import { markdownCode, markdownText } from './markdown-text.ts';

/**
 * Characters of outside text in one place, before it is escaped: a comment is bounded, and what people write is shorter.
 */
const textMax = 600;
const placesMax = 3;

/** Text from outside for a comment: one line, bounded, escaped. */
export function brief(text: string): string {
  return markdownText(shortened(text, textMax));
}

/** A task that is not or partly met: what failed, and where to look. */
export function failingEntry({ task, verdict, because, answers, untailored }: Verdict): string {
  const { symbol, word } = verdictSigns[verdict];
  const failed = answers.filter(({ answer }) => answer.outcome === 'no');
  const beside = untailored === undefined ? '' : ` (without the tailoring: ${verdictSigns[untailored].word})`;
  return [`- **${markdownText(task)}** ${symbol} ${word}${beside}: ${brief(because)}`, ...failed.map(failedLine)].join(
    '\n',
  );
}

/** What would answer the unknown tasks, each with the tasks that wait for it; a task can wait for several. */
export function unknownEntries(verdicts: readonly Verdict[]): readonly string[] {
  const waiting = new Map<string, readonly string[]>();
  for (const verdict of verdicts)
    for (const resolve of resolvesOf(verdict)) waiting.set(resolve, [...(waiting.get(resolve) ?? []), verdict.task]);
  return [...waiting].map(([resolve, tasks]) => `- ${brief(resolve)}: ${tasks.map(markdownText).join(', ')}`);
}

/** Where nothing was asked, the reason itself says what is missing. */
function resolvesOf({ because, answers }: Verdict): readonly string[] {
  const resolves = answers.flatMap(({ required, answer }) =>
    required && answer.outcome === 'unknown' ? [answer.resolve] : [],
  );
  return resolves.length === 0 ? [because] : [...new Set(resolves)];
}

function failedLine({ check, required, answer }: GivenAnswer): string {
  const places = [...new Set(answer.citations.map(({ location }) => location))];
  const more = places.length > placesMax ? ` and ${places.length - placesMax} more` : '';
  const seen = places.slice(0, placesMax).map((place) => markdownCode(shortened(place, textMax)));
  return `  - ${outcomeSigns.no.symbol} ${markdownCode(check)}${required ? '' : ' (not required)'}: ${brief(answer.because)} — ${seen.join(', ')}${more}`;
}
