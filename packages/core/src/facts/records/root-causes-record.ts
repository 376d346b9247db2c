// SPDX-License-Identifier: Apache-2.0
/** Root cause of one closed case (RV.3). `weakness` is a CWE id. */
export type RootCause = {
  readonly case: string;
  readonly closedOn: string;
  readonly weakness: string | null;
  readonly processCause: string | null;
  readonly variantQuery: string | null;
  readonly variantScan: string | null;
  readonly improvement: string | null;
};
export type RootCausesRecord = {
  readonly complete: boolean;
  readonly trendsReviewedOn: string | null;
  readonly trendsReviewedBy: string | null;
  readonly causes: readonly RootCause[];
};
