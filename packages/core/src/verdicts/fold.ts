// SPDX-License-Identifier: Apache-2.0
import type { Answer, Outcome } from '../answers/answer.ts';
import { unknown } from '../answers/answers.ts';
import { atLeast, type Strength, weakest } from '../evidence/strength.ts';
import { PlumblineError } from '../errors.ts';
import type { VerdictValue } from './verdict.ts';

/** One required answer, or several of which one is enough, with the strength that the profile asks. */
export type RequiredAnswers = { readonly answers: readonly [Answer, ...Answer[]]; readonly strength: Strength };

export type Folded = { readonly verdict: VerdictValue; readonly strength: Strength | null };

/**
 * The one fold from answers to a verdict (DESIGN §2). Drop not-applicable; nothing left: not-applicable; some yes and
 * some no: partly-met; no and no yes: not-met; otherwise any unknown: unknown; otherwise met. A yes below the strength
 * that is asked counts as unknown. An empty requirement is an error, never met.
 */
export function fold(required: readonly RequiredAnswers[]): Folded {
  if (required.length === 0)
    throw new PlumblineError('empty-requirements', 'a task without a required answer has no verdict');
  const answers = required
    .map((requirement) => eitherOf(requirement))
    .filter((answer) => answer.outcome !== 'not-applicable');
  if (answers.length === 0) return { verdict: 'not-applicable', strength: null };
  const given = new Set<Outcome>(answers.map((answer) => answer.outcome));
  const strength = strengthOf(answers);
  if (given.has('yes') && given.has('no')) return { verdict: 'partly-met', strength };
  if (given.has('no')) return { verdict: 'not-met', strength: null };
  if (given.has('unknown')) return { verdict: 'unknown', strength: null };
  return { verdict: 'met', strength };
}

/** A yes that is too weak counts as unknown. */
export function atStrength(answer: Answer, asked: Strength): Answer {
  if (answer.outcome !== 'yes' || atLeast(answer.strength, asked)) return answer;
  return unknown(
    `${answer.because} (${answer.strength}; ${asked} is asked)`,
    `Evidence of strength ${asked}: what is at hand is ${answer.strength}`,
    answer.citations,
  );
}

/** Of alternatives: yes if one is yes; no only if all are no; not-applicable only if all are. */
function eitherOf({ answers, strength }: RequiredAnswers): Answer {
  const judged = answers.map((answer) => atStrength(answer, strength));
  const order: readonly Outcome[] = ['yes', 'unknown', 'no', 'not-applicable'];
  const best = order
    .map((outcome) => judged.find((answer) => answer.outcome === outcome))
    .find((answer) => answer !== undefined);
  return best ?? answers[0];
}

function strengthOf(answers: readonly Answer[]): Strength | null {
  const given = answers.flatMap((answer) => (answer.outcome === 'yes' ? [answer.strength] : []));
  const [first, ...rest] = given;
  return first === undefined ? null : weakest([first, ...rest]);
}
