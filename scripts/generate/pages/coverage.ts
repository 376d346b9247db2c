// SPDX-License-Identifier: Apache-2.0
import { createCatalogSource } from '@plumbline/adapters/catalog-source/catalog-source';
import { allCollectors } from '@plumbline/adapters/generated/collectors';
import type { Check } from '@plumbline/core/answers/check';
import { allChecks } from '@plumbline/practices/generated/checks';
import { allTasks } from '@plumbline/practices/generated/tasks';
import type { GeneratedFile } from '../write-generated.ts';
import { generatedNote } from './generated-note.ts';

const count = (automation: Check['automation']): number =>
  allChecks.filter((check) => check.automation === automation).length;

/** What is automatic, what people must say, what is not yet there: one row a task. */
export async function coveragePage(): Promise<GeneratedFile> {
  const catalog = await createCatalogSource().catalog('ssdf-1.1');
  const rows = catalog.tasks.map(({ id }) => {
    const checks = allTasks.find((procedure) => procedure.id === id)?.checks ?? [];
    const of = (automation: Check['automation']): string =>
      checks
        .filter((check) => check.automation === automation)
        .map((check) => `[${check.id}](checks/${check.id}.md)`)
        .join('<br>');
    return `| [${id}](tasks/${id}.md) | ${of('automatic')} | ${of('people')} | ${of('not-yet')} |`;
  });
  const text = [
    '# Coverage',
    '',
    generatedNote('packages/practices and packages/adapters'),
    '',
    `${allTasks.length} of ${catalog.tasks.length} tasks of SSDF ${catalog.framework.version} have a procedure. Of ${allChecks.length} checks ${count('automatic')} are answered by the`,
    `machine from a repository or from files passed with \`--evidence\`, ${count('people')} from records that people keep, and ${count('not-yet')} rest on a`,
    `source that this version does not read: they answer unknown and say what would answer them. ${allCollectors.length} collectors look.`,
    '',
    '| task | the machine | people | not yet |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  return { path: 'docs/generated/coverage.md', text };
}
