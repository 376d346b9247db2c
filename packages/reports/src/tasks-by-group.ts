// SPDX-License-Identifier: Apache-2.0
import type { AssessedTask, Assessment } from '@plumbline/core/assessment/assessment';
import type { Verdict } from '@plumbline/core/verdicts/verdict';

export type JudgedTask = { readonly task: AssessedTask; readonly verdict: Verdict };
export type JudgedPractice = { readonly id: string; readonly name: string; readonly tasks: readonly JudgedTask[] };
export type JudgedGroup = { readonly id: string; readonly name: string; readonly practices: readonly JudgedPractice[] };

/** The tasks with their verdicts under their practices and groups, in the order of the assessment. */
export function tasksByGroup({ tasks, verdicts }: Assessment): readonly JudgedGroup[] {
  const byTask = new Map(verdicts.map((verdict) => [verdict.task, verdict]));
  const groups = new Map<string, { name: string; practices: Map<string, { name: string; tasks: JudgedTask[] }> }>();
  for (const task of tasks) {
    const verdict = byTask.get(task.id);
    if (verdict === undefined) throw new TypeError(`no verdict on ${task.id}`);
    const group = groups.get(task.group) ?? { name: task.groupName, practices: new Map() };
    const practice = group.practices.get(task.practice) ?? { name: task.practiceName, tasks: [] };
    practice.tasks.push({ task, verdict });
    group.practices.set(task.practice, practice);
    groups.set(task.group, group);
  }
  return [...groups].map(([id, { name, practices }]) => ({ id, name, practices: [...practices].map(practiceOf) }));
}

type Gathered = Omit<JudgedPractice, 'id'>;

const practiceOf = ([id, { name, tasks }]: readonly [string, Gathered]): JudgedPractice => ({ id, name, tasks });

/** All tasks of a group, whatever their practice. */
export function tasksOfGroup({ practices }: JudgedGroup): readonly JudgedTask[] {
  return practices.flatMap(({ tasks }) => tasks);
}
