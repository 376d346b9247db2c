// SPDX-License-Identifier: Apache-2.0

/**
 * `false-positive`: it is none. `confirmed`: it is one. `split`: its parts are different things; `with` names those that
 * belong together apart from the rest. `join`: it and those in `with` are one thing.
 */
export const triageDecisions = ['false-positive', 'confirmed', 'split', 'join'] as const;
export type TriageDecision = (typeof triageDecisions)[number];

/** What a named person decided about one finding (PW.7.2, RV.2.1). `finding` and `with` are ids of findings, `plf-…`. */
export type TriageEntry = {
  readonly finding: string;
  readonly decision: TriageDecision;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
  readonly with: readonly string[];
};

/** Findings and what was decided about them; of two decisions about one the later counts. */
export type TriageRecord = { readonly findings: readonly TriageEntry[] };
