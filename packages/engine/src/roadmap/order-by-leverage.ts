// SPDX-License-Identifier: Apache-2.0
import { effortDays } from './effort-days.ts';
import type { WorkItem } from './group-by-patch.ts';
import type { OpenAnswer } from './open-answers.ts';

/** A piece of work in its place; `completes` are tasks that have no open answer left after it. */
export type OrderedItem = WorkItem & { readonly completes: readonly string[] };

/**
 * Repeatedly takes the work that closes most for its effort among that whose dependencies are done. What it closes is
 * the share of each task's remaining open answers, so that finishing a task counts more than beginning one.
 * `unplannable` are open answers that no work turns: a task that waits for one is completed by nothing here.
 */
export function orderByLeverage(
  items: readonly WorkItem[],
  unplannable: readonly OpenAnswer[] = [],
): readonly OrderedItem[] {
  const remaining = countByTask([...items.flatMap(({ open }) => open), ...unplannable]);
  const waiting = new Set(items);
  const ordered: OrderedItem[] = [];
  while (waiting.size > 0) {
    const candidates = [...waiting];
    const pending = new Set(candidates.flatMap(({ checks }) => checks.map(({ id }) => id)));
    const free = candidates.filter((item) => !dependsOn(item, pending));
    // A circle of dependencies must not lose work: then any of it may come first.
    const best = (free.length > 0 ? free : candidates).reduce((a, b) =>
      leverage(b, remaining) > leverage(a, remaining) ? b : a,
    );
    waiting.delete(best);
    for (const task of tasksOf(best)) remaining.set(task, (remaining.get(task) ?? 1) - 1);
    ordered.push({ ...best, completes: [...new Set(tasksOf(best))].filter((task) => remaining.get(task) === 0) });
  }
  return ordered;
}

/** Tasks with a repeat for each open answer that the work turns. */
const tasksOf = ({ open }: WorkItem): readonly string[] => open.flatMap(({ tasks }) => tasks);

function dependsOn({ checks }: WorkItem, pending: ReadonlySet<string>): boolean {
  const own = new Set(checks.map(({ id }) => id));
  return checks.some(({ remedy }) => (remedy.after ?? []).some((id) => pending.has(id) && !own.has(id)));
}

function countByTask(open: readonly OpenAnswer[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const task of open.flatMap(({ tasks }) => tasks)) counts.set(task, (counts.get(task) ?? 0) + 1);
  return counts;
}

/** Share of open work closed a working day; a ready patch makes the work a fifth, a failure weighs double an unknown. */
function leverage({ checks, open, patch }: WorkItem, remaining: ReadonlyMap<string, number>): number {
  const closed = open.reduce((sum, { tasks, outcome }) => {
    const share = tasks.reduce((part, task) => part + 1 / (remaining.get(task) ?? 1), 0);
    return sum + (outcome === 'no' ? 2 : 1) * share;
  }, 0);
  return closed / (effortDays[checks[0].remedy.effort] * (patch === null ? 1 : 0.2));
}
