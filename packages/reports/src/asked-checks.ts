// SPDX-License-Identifier: Apache-2.0
import type { Answer, Outcome } from '@plumbline/core/answers/answer';
import type { CheckId } from '@plumbline/core/answers/check';
import type { Assessment } from '@plumbline/core/assessment/assessment';

/** A check that was asked, once, with every task that it speaks to. */
export type AskedCheck = {
  readonly check: CheckId;
  readonly question: string;
  /** Some task requires it. */
  readonly required: boolean;
  readonly tasks: readonly string[];
  /**
   * Tasks can ask different strengths of one answer, so that a yes here is an unknown there: the answer that says least
   * in its favour stands.
   */
  readonly answer: Answer;
};

const severity: readonly Outcome[] = ['not-applicable', 'yes', 'unknown', 'no'];

/** Every check that was asked, in the order in which the tasks first ask it. */
export function askedChecks({ verdicts }: Assessment): readonly AskedCheck[] {
  const asked = new Map<CheckId, AskedCheck>();
  for (const { task, answers } of verdicts)
    for (const { check, question, required, answer } of answers) {
      const before = asked.get(check);
      asked.set(check, {
        check,
        question,
        required: required || (before?.required ?? false),
        tasks: [...(before?.tasks ?? []), task],
        answer: before === undefined || isWorse(answer, before.answer) ? answer : before.answer,
      });
    }
  return [...asked.values()];
}

const isWorse = (one: Answer, other: Answer): boolean =>
  severity.indexOf(one.outcome) > severity.indexOf(other.outcome);
