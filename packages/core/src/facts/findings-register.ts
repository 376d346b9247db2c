// SPDX-License-Identifier: Apache-2.0

/** Findings of all tools with their triage. What is fixed counts in `fixed` only. */
export type FindingsRegister = {
  /** Everything that tools still show, whatever was decided about it: those of analysis and those of testing. */
  readonly findings: number;
  /** Open, without any decision, for longer than the policy allows. */
  readonly untriagedOverdue: number;
  readonly triageDaysMax: number;
  readonly fromAnalysis: number;
  readonly fromTesting: number;
  readonly testingUntriagedOverdue: number;
  /** By state; `open` includes what was confirmed. */
  readonly open: number;
  readonly accepted: number;
  readonly falsePositive: number;
  readonly notAffected: number;
  readonly fixed: number;
  /** Tools of each kind whose last run came to its end: without one, no findings proves nothing. */
  readonly analysisTools: number;
  readonly testingTools: number;
};
