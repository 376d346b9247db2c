// SPDX-License-Identifier: Apache-2.0
import type { Catalog } from '@plumbline/core/catalog/create-catalog';
import type { PracticeGroup } from '@plumbline/core/catalog/practice-group';
import type { Task } from '@plumbline/core/catalog/task';
import { catalogChanges } from './catalog-changes.ts';
import { frameworkHeading } from './framework-heading.ts';
import { labelled, type Layout } from './layout.ts';

function changeMark({ change }: Task): string | undefined {
  if (change?.kind !== 'changed') return change?.kind === 'new' ? 'new' : undefined;
  return change.statementReworded ? 'reworded' : 'examples changed';
}

function taskLine(layout: Layout, task: Task): string {
  const { id, statement, priority } = task;
  const marks = [changeMark(task), priority && `priority ${priority}`].filter((mark) => mark !== undefined);
  const note = marks.length === 0 ? '' : ` [${marks.join(', ')}]`;
  return labelled(layout, `    ${id}  `, `${statement}${note}`, layout.style.cyan);
}

function groupLines(layout: Layout, { id, name, practices }: PracticeGroup): readonly string[] {
  return [
    labelled(layout, `${id}  `, name),
    ...practices.flatMap((practice) => [
      labelled(layout, `  ${practice.id}  `, practice.name),
      ...practice.tasks.map((task) => taskLine(layout, task)),
    ]),
    '',
  ];
}

/**
 * Every task below its practice and its group, in catalog order and in NIST's words. A draft is headed as one; what
 * differs from SSDF 1.1 stands before the list and as a mark at each task.
 */
export function renderCatalogList(catalog: Catalog, layout: Layout): string {
  return [
    frameworkHeading(catalog.framework, layout),
    '',
    ...catalogChanges(catalog, layout),
    ...catalog.framework.groups.flatMap((group) => groupLines(layout, group)),
  ].join('\n');
}
