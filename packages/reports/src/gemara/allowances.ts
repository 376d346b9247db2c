// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { Verdict } from '@plumbline/core/verdicts/verdict';
import { exceptionWords, tailoringWords } from '../exception-words.ts';

type Allowed = Pick<Assessment, 'exceptions' | 'tailoring' | 'verdicts'>;

/** Exceptions and tailoring that speak to one task, by its id or by one of its checks. They change no result. */
export function allowancesOf({ task, answers }: Verdict, { exceptions, tailoring }: Allowed): readonly string[] {
  const checks = new Set(answers.map(({ check }) => check));
  return [
    ...exceptions.filter(({ concerns }) => concerns === task || checks.has(concerns)).map(exceptionWords),
    ...tailoring.filter((one) => checks.has(one.check) && (one.task ?? task) === task).map(tailoringWords),
  ];
}

/** Those that speak to no task, such as an exception for a component: they stand with the whole log. */
export function otherAllowances(assessment: Allowed): readonly string[] {
  const told = new Set(assessment.verdicts.flatMap((verdict) => allowancesOf(verdict, assessment)));
  const all = [...assessment.exceptions.map(exceptionWords), ...assessment.tailoring.map(tailoringWords)];
  return all.filter((words) => !told.has(words));
}
