// SPDX-License-Identifier: Apache-2.0
import type { CheckId } from '@plumbline/core/answers/check';
import type { Assessment } from '@plumbline/core/assessment/assessment';

/** A required answer that is no or unknown, with every task that requires it, in catalog order. */
export type OpenAnswer = {
  readonly check: CheckId;
  readonly tasks: readonly string[];
  readonly outcome: 'no' | 'unknown';
  readonly because: string;
  /** What would turn it into an answer; empty for a no, which the remedy of its check turns. */
  readonly resolve: string;
};

/** What stands between the verdicts and met, once for each check. */
export function openAnswers({ verdicts }: Assessment): readonly OpenAnswer[] {
  const open = new Map<CheckId, OpenAnswer>();
  for (const { task, answers } of verdicts) {
    for (const { check, required, answer } of answers) {
      if (!required || answer.outcome === 'yes' || answer.outcome === 'not-applicable') continue;
      const tasks = [...(open.get(check)?.tasks ?? []), task];
      const resolve = answer.outcome === 'unknown' ? answer.resolve : '';
      open.set(check, { check, tasks, outcome: answer.outcome, because: answer.because, resolve });
    }
  }
  return [...open.values()];
}
