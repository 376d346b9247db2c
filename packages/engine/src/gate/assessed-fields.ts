// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { holdsOf } from '@plumbline/policy/vocabulary/holds-of';
import type { AnswerFields, VerdictFields } from '@plumbline/policy/vocabulary/subject-values';

/** The verdicts of an assessment in the words of policies. */
export function verdictFields({ verdicts, tasks }: Assessment): readonly VerdictFields[] {
  const groups = new Map(tasks.map(({ id, group }) => [id, group]));
  return verdicts.map(({ task, verdict, strength }) => ({
    task,
    group: groups.get(task) ?? '',
    verdict,
    holds: holdsOf(verdict),
    strength: strength ?? '',
  }));
}

/** Every answer once, with the tasks that use it, in the order of the tasks. */
export function answerFields({ verdicts }: Assessment): readonly AnswerFields[] {
  const fields = new Map<string, AnswerFields>();
  for (const { task, answers } of verdicts)
    for (const { check, answer } of answers) {
      const known = fields.get(check);
      const strength = 'strength' in answer ? answer.strength : '';
      const { outcome } = answer;
      fields.set(check, { check, tasks: [...(known?.tasks ?? []), task], outcome, holds: holdsOf(outcome), strength });
    }
  return [...fields.values()];
}
