// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '../answers/answer.ts';
import type { CheckId } from '../answers/check.ts';
import type { PlumblineConfig } from '../facts/records/plumbline-config.ts';
import { atStrength, fold, type RequiredAnswers } from './fold.ts';
import type { Profile, Requirement } from './profile.ts';
import type { TaskProcedure } from './task.ts';
import type { GivenAnswer, Verdict, VerdictValue } from './verdict.ts';
import { verdictReason } from './verdict-reason.ts';

/** How answers become a verdict: which the profile requires, and which the product leaves out with a reason. */
export type Judgement = { readonly profile: Profile; readonly tailoring: PlumblineConfig['tailoring'] };

/**
 * Judges one task from the answers to its checks. Tailoring never leaves out a yes, nor all that a task requires; where
 * it changes the verdict, the verdict without it stands beside. Throws `empty-requirements` when the profile requires
 * nothing of the task.
 */
export function judgeTask(
  task: TaskProcedure,
  answerOf: (check: CheckId) => Answer,
  { profile, tailoring }: Judgement,
): Verdict {
  const requirements = profile.requirements[task.id] ?? [];
  const kept = requirements.filter(
    ({ check }) =>
      answerOf(check).outcome === 'yes' ||
      !tailoring.some((entry) => entry.check === check && (entry.task === null || entry.task === task.id)),
  );
  const inForce = kept.length === 0 ? requirements : kept;
  const { verdict, strength } = fold(inForce.map((requirement) => requiredAnswers(requirement, answerOf)));
  const builtIn = fold(requirements.map((requirement) => requiredAnswers(requirement, answerOf))).verdict;
  const answers = task.checks.map(({ id, question }) => givenAnswer({ id, question }, inForce, answerOf(id)));
  return {
    task: task.id,
    verdict,
    strength,
    scope: task.scope,
    because: verdictReason(verdict, answers),
    answers,
    ...(builtIn === verdict ? {} : ({ untailored: builtIn } satisfies { untailored: VerdictValue })),
  };
}

const namesOf = (requirement: Requirement): readonly CheckId[] => [requirement.check, ...(requirement.or ?? [])];

function requiredAnswers(requirement: Requirement, answerOf: (check: CheckId) => Answer): RequiredAnswers {
  return {
    answers: [answerOf(requirement.check), ...(requirement.or ?? []).map((check) => answerOf(check))],
    strength: requirement.strength,
  };
}

type Asked = { readonly id: CheckId; readonly question: string };

function givenAnswer({ id, question }: Asked, requirements: readonly Requirement[], answer: Answer): GivenAnswer {
  const requirement = requirements.find((candidate) => namesOf(candidate).includes(id));
  if (requirement === undefined) return { check: id, question, required: false, answer };
  return { check: id, question, required: true, answer: atStrength(answer, requirement.strength) };
}
