// SPDX-License-Identifier: Apache-2.0
import { checkCrosswalk, type FlaggedRow } from './check-crosswalk.ts';
import type { Catalog, Level } from './create-catalog.ts';
import { crosswalkKinds, type Crosswalk } from './crosswalk.ts';

/** An id of the other framework that stands against a task, and the level at which the source gave it. */
export type TaskLink = {
  readonly ref: string;
  readonly givenAt: Level;
  readonly via?: string;
  readonly note?: string;
};

/** What one crosswalk says about one task. `flagged` rows have an id that does not exist and are not followed. */
export type TaskCrosswalk = {
  readonly crosswalk: Crosswalk;
  readonly links: readonly TaskLink[];
  readonly flagged: readonly FlaggedRow[];
};

const levelOrder: readonly Level[] = ['task', 'practice', 'group'];

function crosswalkOfTask(catalog: Catalog, crosswalk: Crosswalk, taskId: string): TaskCrosswalk {
  const above = new Set([taskId, catalog.practiceOfTask(taskId)?.id, catalog.groupOfTask(taskId)?.id]);
  const links: TaskLink[] = [];
  const flagged: FlaggedRow[] = [];
  for (const row of checkCrosswalk(catalog, crosswalk)) {
    if (!row.valid) {
      if (row.ssdf === taskId || row.probably === taskId) flagged.push(row);
    } else if (above.has(row.ssdf)) {
      const { ref, via, note, givenAt } = row;
      links.push({ ref, givenAt, ...(via !== undefined && { via }), ...(note !== undefined && { note }) });
    }
  }
  links.sort((a, b) => levelOrder.indexOf(a.givenAt) - levelOrder.indexOf(b.givenAt));
  return { crosswalk, links, flagged };
}

/**
 * Every crosswalk that says something about a task, published ones first, derived ones last. A row that names a
 * practice or a group applies to the tasks below it and is labelled so. Crosswalks of other frameworks are left out,
 * and so is everything when the task is not in the catalog.
 */
export function crosswalksOfTask(
  catalog: Catalog,
  crosswalks: readonly Crosswalk[],
  taskId: string,
): readonly TaskCrosswalk[] {
  if (catalog.task(taskId) === undefined) return [];
  return crosswalks
    .filter(({ covers }) => covers === catalog.framework.id)
    .map((crosswalk) => crosswalkOfTask(catalog, crosswalk, taskId))
    .filter(({ links, flagged }) => links.length + flagged.length > 0)
    .sort((a, b) => crosswalkKinds.indexOf(a.crosswalk.kind) - crosswalkKinds.indexOf(b.crosswalk.kind));
}
