// SPDX-License-Identifier: Apache-2.0
import type { Check, CheckId } from '@plumbline/core/answers/check';
import type { Patch } from '@plumbline/core/roadmap/patch';
import { effortDays } from './effort-days.ts';
import type { OpenAnswer } from './open-answers.ts';

/** Open answers that one piece of work turns. `patch` is null where no ready patch can be made here. */
export type WorkItem = {
  readonly checks: readonly [Check, ...Check[]];
  readonly open: readonly [OpenAnswer, ...OpenAnswer[]];
  readonly patch: Patch | null;
};

/** Its patch only starts records that differ: each is work of its own. */
const startsMany = 'starter-records';

/**
 * Joins the answers that the same ready patch turns into one piece of work; every other answer is one of its own.
 * `possible` holds the ids of the patches that can be made for this repository.
 */
export function groupByPatch(
  open: readonly OpenAnswer[],
  checks: ReadonlyMap<CheckId, Check>,
  possible: ReadonlyMap<string, Patch>,
): readonly WorkItem[] {
  const items = new Map<string, WorkItem>();
  for (const answer of open) {
    const check = checks.get(answer.check);
    if (check === undefined) continue;
    const patch = possible.get(check.remedy.patch ?? '') ?? null;
    const key = patch === null || patch.id === startsMany ? `check ${check.id}` : `patch ${patch.id}`;
    const known = items.get(key);
    const joined = known === undefined ? { checks: [check], open: [answer], patch } : join(known, check, answer);
    items.set(key, joined satisfies { readonly patch: Patch | null } as WorkItem);
  }
  return [...items.values()];
}

/** The check that takes most work comes first: it gives the effort. */
function join(item: WorkItem, check: Check, answer: OpenAnswer): WorkItem {
  const heavier = effortDays[check.remedy.effort] > effortDays[item.checks[0].remedy.effort];
  return heavier
    ? { ...item, checks: [check, ...item.checks], open: [answer, ...item.open] }
    : { ...item, checks: [...item.checks, check], open: [...item.open, answer] };
}
