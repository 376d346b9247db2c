// SPDX-License-Identifier: Apache-2.0
import type { SourceLocation } from './source-location.ts';

export type DecisionRecord = {
  readonly at: SourceLocation;
  readonly title: string;
  readonly status: string | null;
  readonly date: string | null;
  readonly hasReason: boolean;
};

/** Architecture or design decisions with their reasons (ADRs, RFCs, KEPs, decision logs). */
export type DecisionRecords = { readonly records: readonly DecisionRecord[]; readonly total: number };
