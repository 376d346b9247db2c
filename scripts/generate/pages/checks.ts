// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { factSources } from '@plumbline/core/facts/fact-sources';
import { allChecks } from '@plumbline/practices/generated/checks';
import { allTasks } from '@plumbline/practices/generated/tasks';
import type { GeneratedFile } from '../write-generated.ts';
import { generatedNote } from './generated-note.ts';
import { automationWords } from './automation-words.ts';

/** One page a check: what it asks, what a yes shows and does not show, how to satisfy it. */
export function checkPages(): readonly GeneratedFile[] {
  return allChecks.map((check) => ({ path: `docs/generated/checks/${check.id}.md`, text: page(check) }));
}

function page(check: Check): string {
  const tasks = allTasks.filter(({ checks }) => checks.includes(check)).map(({ id }) => `[${id}](../tasks/${id}.md)`);
  const kinds = [...check.needs, ...(check.uses ?? [])];
  const { guide, remedy } = check;
  return [
    `# ${check.id}`,
    '',
    generatedNote(`packages/practices/src/checks/${check.id}`),
    '',
    `**${check.question}**`,
    '',
    `| | |`,
    `|---|---|`,
    `| Tasks | ${tasks.join(', ')} |`,
    `| Scope | ${check.scope} |`,
    `| Answered by | ${automationWords[check.automation]} |`,
    `| Strength of a yes | at most ${check.strength} |`,
    `| Evidence stays fresh | ${check.freshDays === undefined ? 'as long as the assessed commit' : `${check.freshDays} days`} |`,
    '',
    '## What it reads',
    '',
    ...kinds.map(
      (kind) =>
        `- ${factSources[kind].title} (\`${kind}\`)${check.uses?.includes(kind) ? ', where it is at hand' : ''}`,
    ),
    '',
    '## What it shows',
    '',
    guide.shows,
    '',
    '## What it does not show',
    '',
    guide.doesNotShow,
    '',
    '## When it is unknown',
    '',
    guide.resolve,
    '',
    '## How to satisfy it',
    '',
    ...remedy.steps.map((step, index) => `${index + 1}. ${step}`),
    '',
    `Effort: ${remedy.effort}.${remedy.patch === undefined ? '' : ` \`plumbline roadmap --write-patches DIR\` writes the ready patch \`${remedy.patch}\`.`}`,
    '',
  ].join('\n');
}
