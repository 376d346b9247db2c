// SPDX-License-Identifier: Apache-2.0
import { createCatalogSource } from '@plumbline/adapters/catalog-source/catalog-source';
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { allTasks } from '@plumbline/practices/generated/tasks';
import { profiles } from '@plumbline/practices/profiles/profiles';
import type { GeneratedFile } from '../write-generated.ts';
import { generatedNote } from './generated-note.ts';

/** One page a task: NIST's text, the questions that make its verdict, and which profile requires which. */
export async function taskPages(): Promise<readonly GeneratedFile[]> {
  const catalog = await createCatalogSource().catalog('ssdf-1.1');
  return allTasks.map((procedure) => {
    const task = catalog.task(procedure.id);
    if (task === undefined) throw new Error(`${procedure.id} is not in the catalog`);
    const examples = task.examples.map((example) => `- ${example.text}`);
    return { path: `docs/generated/tasks/${procedure.id}.md`, text: page(procedure, task.statement, examples) };
  });
}

function page(procedure: TaskProcedure, statement: string, examples: readonly string[]): string {
  return [
    `# ${procedure.id}`,
    '',
    generatedNote('the catalog and packages/practices'),
    '',
    `> ${statement}`,
    '',
    `(NIST SP 800-218, ${procedure.id})`,
    '',
    `Scope: ${procedure.scope.join(', ')}.`,
    ...(procedure.note === undefined ? [] : ['', procedure.note]),
    '',
    '## Questions',
    '',
    `| check | question | ${profiles.map(({ id }) => id).join(' | ')} |`,
    `|---|---|${profiles.map(() => '---').join('|')}|`,
    ...procedure.checks.map(
      ({ id, question }) =>
        `| [${id}](../checks/${id}.md) | ${question} | ${profiles.map((profile) => strengthIn(profile, procedure.id, id)).join(' | ')} |`,
    ),
    '',
    'A profile names the strength that it asks of a required answer; an empty cell is not required.',
    ...(examples.length === 0 ? [] : ['', "## NIST's notional examples", '', ...examples]),
    '',
  ].join('\n');
}

function strengthIn(profile: (typeof profiles)[number], task: string, check: string): string {
  const requirement = profile.requirements[task]?.find(
    (candidate) => candidate.check === check || candidate.or?.includes(check),
  );
  if (requirement === undefined) return '';
  return requirement.or === undefined
    ? requirement.strength
    : `${requirement.strength} (one of ${requirement.or.length + 1})`;
}
