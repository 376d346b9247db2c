// SPDX-License-Identifier: Apache-2.0
import type { Framework } from './framework.ts';

/** How much a framework holds; the source files state the same counts. */
export type FrameworkCounts = {
  readonly groups: number;
  readonly practices: number;
  readonly tasks: number;
  readonly examples: number;
  readonly items: number;
  readonly referenceLines: number;
  readonly referenceDocuments: number;
};

export function countFramework({ groups, referenceDocuments }: Framework): FrameworkCounts {
  const practices = groups.flatMap((group) => group.practices);
  const tasks = practices.flatMap((practice) => practice.tasks);
  const sum = (count: (task: (typeof tasks)[number]) => number): number =>
    tasks.reduce((total, task) => total + count(task), 0);
  return {
    groups: groups.length,
    practices: practices.length,
    tasks: tasks.length,
    examples: sum((task) => task.examples.length),
    items: sum((task) => task.items.length),
    referenceLines: sum((task) => task.references.length),
    referenceDocuments: referenceDocuments.length,
  };
}
