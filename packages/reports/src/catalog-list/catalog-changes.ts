// SPDX-License-Identifier: Apache-2.0
import type { Catalog } from '@plumbline/core/catalog/create-catalog';
import type { Task } from '@plumbline/core/catalog/task';
import { counted, labelled, type Layout } from './layout.ts';

type Named = { readonly id: string };

function changeLine(layout: Layout, what: string, named: readonly Named[]): readonly string[] {
  return named.length === 0 ? [] : [labelled(layout, '  ', `${what}: ${named.map(({ id }) => id).join(', ')}`)];
}

/** What differs from SSDF 1.1, or nothing where the framework is SSDF 1.1. */
export function catalogChanges({ framework, tasks }: Catalog, layout: Layout): readonly string[] {
  if (tasks.every(({ change }) => change === undefined)) return [];
  const practices = framework.groups.flatMap((group) => group.practices.filter(({ change }) => change === 'new'));
  const changed = (test: (task: Task) => boolean | undefined): readonly Task[] =>
    tasks.filter((task) => task.change?.kind === 'changed' && test(task));
  const added = tasks.filter(({ change }) => change?.kind === 'new');
  const reworded = changed(({ change }) => change?.statementReworded);
  const inExamples = changed(({ change }) => change?.statementReworded === false);
  return [
    layout.style.bold('What changed from SSDF 1.1'),
    ...changeLine(layout, counted(practices.length, 'new practice'), practices),
    ...changeLine(layout, counted(added.length, 'new task'), added),
    ...changeLine(layout, counted(reworded.length, 'reworded task'), reworded),
    ...changeLine(layout, `${counted(inExamples.length, 'task')} changed in examples alone`, inExamples),
    '',
  ];
}
