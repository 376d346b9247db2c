// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '../answers/answer.ts';
import type { CheckId, CheckScope } from '../answers/check.ts';
import type { Strength } from '../evidence/strength.ts';

export const verdictValues = ['met', 'partly-met', 'not-met', 'unknown', 'not-applicable'] as const;

export type VerdictValue = (typeof verdictValues)[number];

/** An answer with the check that gave it and whether the profile required it. */
export type GivenAnswer = {
  readonly check: CheckId;
  readonly question: string;
  readonly required: boolean;
  readonly answer: Answer;
};

/** Where one task stands. `strength` is that of its weakest required answer; null unless met or partly met. */
export type Verdict = {
  readonly task: string;
  readonly verdict: VerdictValue;
  readonly strength: Strength | null;
  readonly scope: readonly CheckScope[];
  readonly because: string;
  readonly answers: readonly GivenAnswer[];
  /** The verdict without the product's own tailoring, where that differs: it is shown beside (DESIGN §2.10). */
  readonly untailored?: VerdictValue;
};
