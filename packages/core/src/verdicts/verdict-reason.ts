// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '../answers/answer.ts';
import type { GivenAnswer, VerdictValue } from './verdict.ts';

/** One line: what decides the verdict, and how the required answers stand, so that an unknown says what is known already. */
export function verdictReason(verdict: VerdictValue, answers: readonly GivenAnswer[]): string {
  const required = answers.filter((given) => given.required);
  const decisive = required.find(({ answer }) => answer.outcome === decidedBy[verdict]) ?? required[0];
  const counts = (['yes', 'no', 'unknown', 'not-applicable'] as const).flatMap((outcome) => {
    const count = required.filter(({ answer }) => answer.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome === 'not-applicable' ? 'not applicable' : outcome}`];
  });
  const reason = decisive?.answer.because ?? 'nothing is required';
  return required.length === 1 ? reason : `${counts.join(', ')} of ${required.length}: ${reason}`;
}

const decidedBy: { readonly [V in VerdictValue]: Outcome } = {
  met: 'yes',
  'partly-met': 'no',
  'not-met': 'no',
  unknown: 'unknown',
  'not-applicable': 'not-applicable',
};
