// SPDX-License-Identifier: Apache-2.0

/** Findings of all tools with their triage. */
export type FindingsRegister = {
  readonly findings: number;
  readonly untriagedOverdue: number;
  readonly triageDaysMax: number;
  readonly fromAnalysis: number;
  readonly fromTesting: number;
  readonly testingUntriagedOverdue: number;
};
