// SPDX-License-Identifier: Apache-2.0
import { type CatalogId, catalogIds, createCatalogSource } from '@plumbline/adapters/catalog-source/catalog-source';
import type { Check } from '@plumbline/core/answers/check';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { crosswalksOfTask } from '@plumbline/core/catalog/crosswalks-of-task';
import { lookUpId } from '@plumbline/core/catalog/look-up-id';
import { allChecks } from '@plumbline/practices/generated/checks';
import { allTasks } from '@plumbline/practices/generated/tasks';
import { askedChecks } from '@plumbline/reports/asked-checks';
import type { Explanation, Here } from '@plumbline/reports/explain/explanation';

/** Looks at the repository at hand; null where there is none. Asked only where it has an answer. */
export type LookHere = () => Promise<Assessment | null>;

/** What a check id or an id of the catalog means, and where the repository at hand stands; `kind: 'id'` may name nothing. */
export async function explainId(id: string, catalogId: CatalogId, lookHere: LookHere): Promise<Explanation> {
  const check = allChecks.find((candidate) => candidate.id === id);
  if (check !== undefined) return explainCheck(check, await lookHere());
  const source = createCatalogSource();
  const catalog = await source.catalog(catalogId);
  const others = await Promise.all(catalogIds.filter((other) => other !== catalogId).map(source.catalog));
  const found = lookUpId(catalog, id, others);
  const { framework } = catalog;
  if (found.kind !== 'task') return { kind: 'id', framework, found };
  const { task, practice, group } = found;
  const procedure = allTasks.find((candidate) => candidate.id === task.id);
  const assessment = await lookHere();
  const verdict = assessment?.verdicts.find((candidate) => candidate.task === task.id);
  return {
    kind: 'task',
    framework,
    task,
    practice,
    group,
    crosswalks: crosswalksOfTask(catalog, await source.crosswalks(), task.id),
    ...(procedure !== undefined && { procedure }),
    ...(assessment !== null && verdict !== undefined && { here: { ...placeOf(assessment), verdict } }),
  };
}

function explainCheck(check: Check, assessment: Assessment | null): Explanation {
  const tasks = allTasks.filter(({ checks }) => checks.includes(check)).map((task) => task.id);
  const asked = assessment === null ? undefined : askedChecks(assessment).find((given) => given.check === check.id);
  if (assessment === null || asked === undefined) return { kind: 'check', check, tasks };
  return { kind: 'check', check, tasks, here: { ...placeOf(assessment), asked } };
}

const placeOf = ({ subject, asOf, profile }: Assessment): Here => ({ subject, asOf, profile });
