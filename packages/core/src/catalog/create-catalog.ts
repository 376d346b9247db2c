// SPDX-License-Identifier: Apache-2.0
import type { Framework } from './framework.ts';
import type { PracticeGroup } from './practice-group.ts';
import type { Practice } from './practice.ts';
import type { RetiredId } from './retired-id.ts';
import type { Task } from './task.ts';

/** What an id names. */
export type Level = 'task' | 'practice' | 'group';

/** A framework with its ids indexed. Lists are in catalog order; an id that is not there gives `undefined`. */
export type Catalog = {
  readonly framework: Framework;
  readonly tasks: readonly Task[];
  readonly task: (id: string) => Task | undefined;
  readonly practice: (id: string) => Practice | undefined;
  readonly group: (id: string) => PracticeGroup | undefined;
  readonly retired: (id: string) => RetiredId | undefined;
  readonly practiceOfTask: (taskId: string) => Practice | undefined;
  readonly groupOfTask: (taskId: string) => PracticeGroup | undefined;
  readonly levelOf: (id: string) => Level | undefined;
};

/** Indexes a framework. Ids are exactly NIST's: no case folding, no trimming. */
export function createCatalog(framework: Framework): Catalog {
  const groups = new Map(framework.groups.map((group) => [group.id, group]));
  const practices = new Map(
    framework.groups.flatMap((group) => group.practices.map((practice) => [practice.id, practice])),
  );
  const places = framework.groups.flatMap((group) =>
    group.practices.flatMap((practice) => practice.tasks.map((task) => ({ group, practice, task }))),
  );
  const placeOfTask = new Map(places.map((place) => [place.task.id, place]));
  const retired = new Map(framework.retired.map((entry) => [entry.id, entry]));
  return {
    framework,
    tasks: places.map(({ task }) => task),
    task: (id) => placeOfTask.get(id)?.task,
    practice: (id) => practices.get(id),
    group: (id) => groups.get(id),
    retired: (id) => retired.get(id),
    practiceOfTask: (taskId) => placeOfTask.get(taskId)?.practice,
    groupOfTask: (taskId) => placeOfTask.get(taskId)?.group,
    levelOf: (id) => {
      if (placeOfTask.has(id)) return 'task';
      if (practices.has(id)) return 'practice';
      return groups.has(id) ? 'group' : undefined;
    },
  };
}
