// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@plumbline/core/answers/answer';
import type { Strength } from '@plumbline/core/evidence/strength';
import type { VerdictValue } from '@plumbline/core/verdicts/verdict';

/** What the words of a report mean: docs/glossary.md is binding. */
export const verdictMeanings: { readonly [V in VerdictValue]: string } = {
  met: 'Every required answer is yes, with evidence as strong as the profile asks.',
  'partly-met': 'Some required answers are yes and some are no.',
  'not-met': 'At least one required answer is no, and none is yes.',
  unknown: 'Nobody could look, or the evidence is too weak. This is not a no: each unknown says what would resolve it.',
  'not-applicable': 'The question does not arise here; the inventory that shows it is cited.',
};

export const outcomeMeanings: { readonly [O in Outcome]: string } = {
  yes: 'The evidence that is cited shows it.',
  no: 'It was looked for in a complete inventory and is not there, or the contrary was seen.',
  unknown: 'What is at hand cannot tell; the answer says what would.',
  'not-applicable': 'The question does not arise here.',
};

export const strengthMeanings: { readonly [S in Strength]: string } = {
  asserted: 'A named person says so.',
  documented: 'A dated document says so.',
  observed: 'A machine saw the state.',
  tested: 'A machine tried to break it.',
};
