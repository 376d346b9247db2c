// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@plumbline/core/answers/answer';
import type { LabelSet } from './labels.ts';

/** One expert label against the tool's answer. */
export type Comparison = {
  readonly repository: string;
  readonly set: LabelSet;
  readonly check: string;
  readonly label: Outcome;
  readonly answer: Outcome;
  readonly because: string;
  readonly expected: string;
  readonly doubt: boolean;
};

/** Null where nothing was counted. An unknown where the truth is visible is a miss in the recall. */
export type Agreement = {
  readonly compared: number;
  readonly agreed: number;
  readonly precisionYes: number | null;
  readonly recallYes: number | null;
  readonly precisionNo: number | null;
  readonly recallNo: number | null;
};

/** How often the tool says what the experts say, and how far its yes and no can be trusted. */
export function agreementOf(comparisons: readonly Comparison[]): Agreement {
  const share = (of: readonly Comparison[], good: (comparison: Comparison) => boolean): number | null =>
    of.length === 0 ? null : of.filter((comparison) => good(comparison)).length / of.length;
  const answered = (outcome: Outcome): readonly Comparison[] => comparisons.filter(({ answer }) => answer === outcome);
  const labelled = (outcome: Outcome): readonly Comparison[] => comparisons.filter(({ label }) => label === outcome);
  return {
    compared: comparisons.length,
    agreed: comparisons.filter(({ label, answer }) => label === answer).length,
    precisionYes: share(answered('yes'), ({ label }) => label === 'yes'),
    recallYes: share(labelled('yes'), ({ answer }) => answer === 'yes'),
    precisionNo: share(answered('no'), ({ label }) => label === 'no'),
    recallNo: share(labelled('no'), ({ answer }) => answer === 'no'),
  };
}
