// SPDX-License-Identifier: Apache-2.0
import type { Check, CheckScope } from '../answers/check.ts';

/** How one task of the framework is judged: the checks that speak to it. Its text is the catalog's, never repeated here. */
export type TaskProcedure = {
  readonly id: string;
  readonly scope: readonly [CheckScope, ...CheckScope[]];
  readonly checks: readonly [Check, ...Check[]];
  /** What this procedure adds to NIST's text: what counts here, what never does. */
  readonly note?: string;
};

/** Declares the procedure of a task. */
export function defineTask(task: TaskProcedure): TaskProcedure {
  return task;
}
