// SPDX-License-Identifier: Apache-2.0
import type { TaskCrosswalk } from '@plumbline/core/catalog/crosswalks-of-task';
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import { crosswalkWords } from '../catalog-list/by-kind.ts';
import { linkWords } from '../catalog-list/link-words.ts';
import { markdownSection } from '../markdown/markdown-section.ts';
import { markdownCode, markdownText } from '../markdown/markdown-text.ts';
import type { TaskExplanation } from './explanation.ts';
import { hereMarkdown } from './here-markdown.ts';

/** A task as a page: NIST's text first, then what counts here, then what the repository has, then crosswalks. */
export function taskMarkdown({
  framework,
  task,
  practice,
  group,
  procedure,
  crosswalks,
  here,
}: TaskExplanation): string {
  const draft = framework.status === 'final' ? '' : ' DRAFT: not normative';
  const checks = procedure?.checks ?? [];
  const note = procedure?.note === undefined ? [] : [markdownText(procedure.note), ''];
  return [
    `# ${markdownText(`${task.id} ${practice.name}`)}`,
    '',
    markdownText(`${framework.publication}${draft} · ${group.id} ${group.name}`),
    '',
    markdownText(task.statement),
    ...markdownSection(
      'Examples (notional: none is required)',
      task.examples.map(({ text }) => `- ${markdownText(text)}`),
    ),
    ...markdownSection(
      'What counts',
      checks.length === 0
        ? ['There is no procedure for this task yet: its verdict is unknown.']
        : [...note, ...checks.map(({ id, question }) => `- ${markdownCode(id)}: ${markdownText(question)}`)],
    ),
    ...markdownSection(
      'What the repository at hand has',
      here === undefined ? ['No repository was looked at.'] : standing(here),
    ),
    ...markdownSection('Crosswalks', crosswalks.flatMap(crosswalkItems)),
    '',
  ].join('\n');
}

function standing(here: NonNullable<TaskExplanation['here']>): readonly string[] {
  const { verdict, because, answers } = here.verdict;
  const { symbol, word } = verdictSigns[verdict];
  return [`**${symbol} ${word}**: ${markdownText(because)}`, '', ...hereMarkdown(here, answers)];
}

function crosswalkItems({ crosswalk, links, flagged }: TaskCrosswalk): readonly string[] {
  const name = `**${markdownText(crosswalk.framework)}** (${crosswalkWords[crosswalk.kind]})`;
  return [
    ...(links.length === 0 ? [] : [`- ${name}: ${markdownText(linkWords(links))}`]),
    ...flagged.map(({ ref, reason }) => `- ${name}: ${markdownText(`${ref}, kept but not followed: ${reason}`)}`),
  ];
}
