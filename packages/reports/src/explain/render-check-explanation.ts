// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import type { Check } from '@plumbline/core/answers/check';
import { factSources } from '@plumbline/core/facts/fact-sources';
import { answerLines } from '../text/answer-lines.ts';
import type { Style } from '../text/style.ts';
import { wrap } from '../text/wrap.ts';

/** A check, the tasks that ask it, and its answer for the repository at hand, where there is one. */
export type CheckExplanation = { readonly check: Check; readonly tasks: readonly string[]; readonly answer?: Answer };

/** What it asks, shows and does not show, how to satisfy it, and how it is answered here. */
export function renderCheckExplanation(
  { check, tasks, answer }: CheckExplanation,
  { width, style }: { readonly width: number; readonly style: Style },
): string {
  const paragraph = (text: string): readonly string[] => wrap(text, width - 2).map((line) => `  ${line}`);
  const section = (title: string, lines: readonly string[]): readonly string[] => ['', style.bold(title), ...lines];
  const kinds = [...check.needs, ...(check.uses ?? [])].map((kind) => factSources[kind].title);
  const { guide, remedy } = check;
  return [
    style.bold(check.id),
    ...wrap(check.question, width),
    style.dim(`${tasks.join(', ')} · ${check.scope} · strength of a yes at most ${check.strength}`),
    ...section('It reads', paragraph(kinds.join(', '))),
    ...section('It shows', paragraph(guide.shows)),
    ...section('It does not show', paragraph(guide.doesNotShow)),
    ...section('When it is unknown', paragraph(guide.resolve)),
    ...section(
      `How to satisfy it (${remedy.effort})`,
      remedy.steps.flatMap((step, index) => paragraph(`${index + 1}. ${step}`)),
    ),
    ...(answer === undefined
      ? []
      : section(
          'Here',
          answerLines(
            { check: check.id, question: check.question, required: true, answer },
            { style, width, verbose: true },
          ),
        )),
    '',
  ].join('\n');
}
