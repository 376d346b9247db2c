// SPDX-License-Identifier: Apache-2.0
import type { Statement } from '../in-toto/read-statement.ts';
import { at, textOf, textsOf } from '../json/json-fields.ts';
import { verificationSummaryType } from './verification-summary.ts';

/** What a SLSA Verification Summary says. Null: it does not say. */
export type VerificationSummary = {
  readonly verifier: string | null;
  readonly resourceUri: string | null;
  readonly policy: string | null;
  /** `PASSED`, `FAILED`, or what else stands there. */
  readonly result: string | null;
  readonly levels: readonly string[];
};

/** The Verification Summary that a statement carries (version 1); null when it carries none. */
export function readVerificationSummary({ predicateType, predicate }: Statement): VerificationSummary | null {
  if (predicateType !== verificationSummaryType) return null;
  return {
    verifier: textOf(at(predicate, 'verifier', 'id')),
    resourceUri: textOf(predicate['resourceUri']),
    policy: textOf(at(predicate, 'policy', 'uri')),
    result: textOf(predicate['verificationResult']),
    levels: textsOf(predicate['verifiedLevels']),
  };
}
