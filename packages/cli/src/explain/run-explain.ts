// SPDX-License-Identifier: Apache-2.0
import {
  type CatalogId,
  catalogIds,
  createCatalogSource,
  type CatalogSource,
} from '@plumbline/adapters/catalog-source/catalog-source';
import type { Catalog } from '@plumbline/core/catalog/create-catalog';
import { crosswalksOfTask } from '@plumbline/core/catalog/crosswalks-of-task';
import { lookUpId } from '@plumbline/core/catalog/look-up-id';
import { PlumblineError } from '@plumbline/core/errors';
import type { Verdict } from '@plumbline/core/verdicts/verdict';
import { allChecks } from '@plumbline/practices/generated/checks';
import { allTasks } from '@plumbline/practices/generated/tasks';
import { renderLookUp } from '@plumbline/reports/catalog-list/render-look-up';
import { renderTaskCrosswalks } from '@plumbline/reports/catalog-list/render-task-crosswalks';
import { renderCheckExplanation } from '@plumbline/reports/explain/render-check-explanation';
import { renderTaskExplanation } from '@plumbline/reports/explain/render-task-explanation';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';

export type ExplainOptions = { readonly catalog: CatalogId; readonly assess: boolean };

/** `plumbline explain`: a task, practice or group of the catalog, or a check. Throws `unknown-task` for anything else. */
export async function runExplain(
  id: string,
  target: string,
  options: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const check = allChecks.find((candidate) => candidate.id === id);
  if (check !== undefined) {
    const tasks = allTasks.filter(({ checks }) => checks.includes(check)).map((task) => task.id);
    const verdicts = await verdictsOf(target, options, terminal);
    const answer = verdicts.flatMap(({ answers }) => answers).find((given) => given.check === id);
    await terminal.write(renderCheckExplanation({ check, tasks, ...(answer && { answer: answer.answer }) }, terminal));
    return exitCodes.done;
  }
  const source = createCatalogSource();
  const catalog = await source.catalog(options.catalog);
  const found = lookUpId(catalog, id, await othersThan(catalog, source));
  if (found.kind !== 'task') {
    if (found.kind === 'unknown' && /^[a-z][a-z-]*$/u.test(id)) throw noSuchCheck(id);
    if (found.kind === 'unknown')
      throw new PlumblineError('unknown-task', renderLookUp(found, catalog.framework, terminal).trim(), {
        next: 'plumbline catalog lists the tasks',
      });
    await terminal.write(renderLookUp(found, catalog.framework, terminal));
    return exitCodes.done;
  }
  const procedure = allTasks.find((candidate) => candidate.id === found.task.id);
  const verdicts = await verdictsOf(target, options, terminal);
  const verdict = verdicts.find(({ task }) => task === found.task.id);
  const crosswalks = crosswalksOfTask(catalog, await source.crosswalks(), found.task.id);
  const { task, practice, group } = found;
  const input = {
    framework: catalog.framework,
    task,
    practice,
    group,
    ...(procedure && { procedure }),
    ...(verdict && { verdict }),
  };
  await terminal.write(`${renderTaskExplanation(input, terminal)}\n${renderTaskCrosswalks(crosswalks, terminal)}`);
  return exitCodes.done;
}

/** The checks with most words in common are named: whoever mistypes one knows part of it. */
function noSuchCheck(id: string): PlumblineError {
  const words = new Set(id.split('-'));
  const shared = allChecks
    .map((check) => ({ id: check.id, count: check.id.split('-').filter((word) => words.has(word)).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 3);
  const next =
    shared.length === 0
      ? 'plumbline explain TASK lists the checks of a task'
      : `Did you mean ${shared.map((one) => one.id).join(', ')}?`;
  return new PlumblineError('unknown-task', `no task or check is called ${id}`, { next });
}

/** What the repository at hand shows; nothing when there is none and the user did not name one. */
async function verdictsOf(
  target: string,
  { catalog, assess }: ExplainOptions,
  terminal: Terminal,
): Promise<readonly Verdict[]> {
  if (!assess) return [];
  const { assessTarget } = await import('../assess/assess-target.ts');
  try {
    return await assessTarget(target, { catalog }, terminal, ({ assessment }) => Promise.resolve(assessment.verdicts));
  } catch (error) {
    if (
      target === '.' &&
      error instanceof PlumblineError &&
      (error.code === 'not-a-repository' || error.code === 'no-commits')
    )
      return [];
    throw error;
  }
}

function othersThan(catalog: Catalog, source: CatalogSource): Promise<readonly Catalog[]> {
  return Promise.all(catalogIds.filter((id) => id !== catalog.framework.id).map((id) => source.catalog(id)));
}
