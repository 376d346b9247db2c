// SPDX-License-Identifier: Apache-2.0
/** The product's security requirements (PO.1.2); `coveredBy` names tests, checks or reviews. */
export type RequirementEntry = {
  readonly id: string;
  readonly text: string;
  readonly source: string | null;
  readonly coveredBy: readonly string[];
};
export type RequirementsRecord = {
  readonly owner: string | null;
  readonly version: string | null;
  readonly reviewedOn: string | null;
  readonly requirements: readonly RequirementEntry[];
};
