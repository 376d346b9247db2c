// SPDX-License-Identifier: Apache-2.0
import type { Check, CheckId } from '@plumbline/core/answers/check';
import { effortDays } from './effort-days.ts';
import type { OpenAnswer } from './open-answers.ts';

/** An open answer with its check; `completes` are tasks that have no open answer left after it. */
export type OrderedAnswer = { readonly check: Check; readonly open: OpenAnswer; readonly completes: readonly string[] };

/**
 * Repeatedly takes the action that closes most for its effort among those whose dependencies are done. What it closes
 * is the share of each task's remaining open answers, so that finishing a task counts more than beginning one.
 */
export function orderByLeverage(
  open: readonly OpenAnswer[],
  checks: ReadonlyMap<CheckId, Check>,
  unplannable: readonly OpenAnswer[] = [],
): readonly OrderedAnswer[] {
  // A task that also waits for what cannot be planned is completed by nothing here.
  const remaining = countByTask([...open, ...unplannable]);
  const waiting = new Map(
    open.flatMap((answer) => {
      const check = checks.get(answer.check);
      return check === undefined ? [] : [[check.id, { check, open: answer }] as const];
    }),
  );
  const ordered: OrderedAnswer[] = [];
  while (waiting.size > 0) {
    const candidates = [...waiting.values()];
    const free = candidates.filter(({ check }) => !(check.remedy.after ?? []).some((id) => waiting.has(id)));
    // A circle of dependencies must not lose actions: then any of them may come first.
    const best = (free.length > 0 ? free : candidates).reduce((a, b) =>
      leverage(b, remaining) > leverage(a, remaining) ? b : a,
    );
    waiting.delete(best.check.id);
    ordered.push({ ...best, completes: best.open.tasks.filter((task) => remaining.get(task) === 1) });
    for (const task of best.open.tasks) remaining.set(task, (remaining.get(task) ?? 1) - 1);
  }
  return ordered;
}

function countByTask(open: readonly OpenAnswer[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const task of open.flatMap(({ tasks }) => tasks)) counts.set(task, (counts.get(task) ?? 0) + 1);
  return counts;
}

type Candidate = { readonly check: Check; readonly open: OpenAnswer };

/** Share of open work closed a working day; a ready patch makes the work a fifth, a failure weighs double an unknown. */
function leverage({ check, open }: Candidate, remaining: ReadonlyMap<string, number>): number {
  const closed = open.tasks.reduce((sum, task) => sum + 1 / (remaining.get(task) ?? 1), 0);
  const days = effortDays[check.remedy.effort] * (check.remedy.patch === undefined ? 1 : 0.2);
  return ((open.outcome === 'no' ? 2 : 1) * closed) / days;
}
