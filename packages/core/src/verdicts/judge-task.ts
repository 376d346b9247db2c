// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '../answers/answer.ts';
import { askCheck } from '../answers/ask-check.ts';
import type { CheckContext, CheckId } from '../answers/check.ts';
import type { EvidenceSet } from '../evidence/evidence-set.ts';
import { atStrength, fold, type RequiredAnswers } from './fold.ts';
import type { Profile, Requirement } from './profile.ts';
import type { TaskProcedure } from './task.ts';
import type { GivenAnswer, Verdict, VerdictValue } from './verdict.ts';

/** Judges one task: asks its checks and folds the answers that the profile requires. Pure. */
export function judgeTask(
  task: TaskProcedure,
  profile: Profile,
  evidence: EvidenceSet,
  context: CheckContext,
): Verdict {
  const requirements = profile.requirements[task.id] ?? [];
  const given = new Map(task.checks.map((check) => [check.id, askCheck(check, evidence, context)]));
  const { verdict, strength } = fold(requirements.map((requirement) => requiredAnswers(requirement, given, task.id)));
  const answers = task.checks.map((check): GivenAnswer => {
    const requirement = requirements.find((candidate) => namesOf(candidate).includes(check.id));
    const answer = answerTo(check.id, given, task.id);
    return {
      check: check.id,
      question: check.question,
      required: requirement !== undefined,
      answer: requirement === undefined ? answer : atStrength(answer, requirement.strength),
    };
  });
  return { task: task.id, verdict, strength, scope: task.scope, because: because(verdict, answers), answers };
}

const namesOf = (requirement: Requirement): readonly CheckId[] => [requirement.check, ...(requirement.or ?? [])];

function requiredAnswers(requirement: Requirement, given: ReadonlyMap<CheckId, Answer>, task: string): RequiredAnswers {
  const first = answerTo(requirement.check, given, task);
  const others = (requirement.or ?? []).map((check) => answerTo(check, given, task));
  return { answers: [first, ...others], strength: requirement.strength };
}

function answerTo(check: CheckId, given: ReadonlyMap<CheckId, Answer>, task: string): Answer {
  const answer = given.get(check);
  if (answer === undefined) throw new TypeError(`${task} requires ${check}, which is not one of its checks`);
  return answer;
}

/** One line: the required answers that decide, worst first, and what is known already where the verdict is unknown. */
function because(verdict: VerdictValue, answers: readonly GivenAnswer[]): string {
  const required = answers.filter((given) => given.required);
  const count = (outcome: Answer['outcome']): number =>
    required.filter((given) => given.answer.outcome === outcome).length;
  const decisive =
    required.find((given) => given.answer.outcome === (verdict === 'unknown' ? 'unknown' : 'no')) ?? required[0];
  const tally = `${count('yes')} of ${required.length} required answers yes, ${count('no')} no, ${count('unknown')} unknown`;
  return decisive === undefined ? tally : `${tally}: ${decisive.answer.because}`;
}
