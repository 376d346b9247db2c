// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { TaskCrosswalk } from '@plumbline/core/catalog/crosswalks-of-task';
import type { Framework } from '@plumbline/core/catalog/framework';
import type { LookUp } from '@plumbline/core/catalog/look-up-id';
import type { PracticeGroup } from '@plumbline/core/catalog/practice-group';
import type { Practice } from '@plumbline/core/catalog/practice';
import type { Task } from '@plumbline/core/catalog/task';
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import type { Verdict } from '@plumbline/core/verdicts/verdict';
import type { AskedCheck } from '../asked-checks.ts';

/** The repository at hand, and as of when and by which profile it was judged. */
export type Here = Pick<Assessment, 'subject' | 'asOf' | 'profile'>;

/** A check, the tasks that ask it, and its answer for the repository at hand, where there is one. */
export type CheckExplanation = {
  readonly check: Check;
  readonly tasks: readonly string[];
  readonly here?: Here & { readonly asked: AskedCheck };
};

/** A task with its procedure, where there is one, and where the repository at hand stands, where there is one. */
export type TaskExplanation = {
  readonly framework: Framework;
  readonly task: Task;
  readonly practice: Practice;
  readonly group: PracticeGroup;
  readonly crosswalks: readonly TaskCrosswalk[];
  readonly procedure?: TaskProcedure;
  readonly here?: Here & { readonly verdict: Verdict };
};

/** A practice, a group or a retired id of a framework. */
export type IdExplanation = { readonly framework: Framework; readonly found: LookUp };

/** What `plumbline explain` explains. */
export type Explanation =
  | ({ readonly kind: 'check' } & CheckExplanation)
  | ({ readonly kind: 'task' } & TaskExplanation)
  | ({ readonly kind: 'id' } & IdExplanation);
