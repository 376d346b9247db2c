// SPDX-License-Identifier: Apache-2.0
import { factSources } from '@plumbline/core/facts/fact-sources';
import { markdownSection } from '../markdown/markdown-section.ts';
import { markdownText } from '../markdown/markdown-text.ts';
import type { CheckExplanation } from './explanation.ts';
import { hereMarkdown } from './here-markdown.ts';

/** A check as a page: what it asks, shows and does not show, how to satisfy it, and how it is answered here. */
export function checkMarkdown({ check, tasks, here }: CheckExplanation): string {
  const { id, question, needs, uses = [], guide, remedy } = check;
  return [
    `# ${markdownText(id)}`,
    '',
    markdownText(question),
    '',
    `Tasks ${tasks.map(markdownText).join(', ')}. Scope ${check.scope}; strength of a yes at most ${check.strength}.`,
    ...markdownSection('It reads', [
      [...needs, ...uses].map((kind) => markdownText(factSources[kind].title)).join(', '),
    ]),
    ...markdownSection('It shows', [markdownText(guide.shows)]),
    ...markdownSection('It does not show', [markdownText(guide.doesNotShow)]),
    ...markdownSection('When it is unknown', [markdownText(guide.resolve)]),
    ...markdownSection(
      `How to satisfy it (${remedy.effort})`,
      remedy.steps.map((step, index) => `${index + 1}. ${markdownText(step)}`),
    ),
    ...markdownSection('Here', here === undefined ? [] : hereMarkdown(here, [here.asked])),
    '',
  ].join('\n');
}
