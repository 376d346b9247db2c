// SPDX-License-Identifier: Apache-2.0
import { factSources } from '@plumbline/core/facts/fact-sources';
import type { Layout } from '../catalog-list/layout.ts';
import { answerLines } from '../text/answer-lines.ts';
import { wrap } from '../text/wrap.ts';
import type { CheckExplanation } from './explanation.ts';
import { hereLines } from './here-lines.ts';

/** What it asks, shows and does not show, how to satisfy it, and how it is answered here. */
export function renderCheckExplanation({ check, tasks, here }: CheckExplanation, layout: Layout): string {
  const { width, style } = layout;
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
    ...(here === undefined
      ? []
      : section('Here', [...hereLines(here, layout), ...answerLines(here.asked, { style, width, verbose: true })])),
    '',
  ].join('\n');
}
