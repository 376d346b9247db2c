// SPDX-License-Identifier: Apache-2.0
import type { Mismatch, Reconciliation } from '../sbom/reconcile.ts';
import type { Attempt, BesideBill, RequirementResult, Verification } from './verification.ts';
import type { VexReport } from './vex/vex-report.ts';

/** In what a bill and what is inside differ: references of components, at most 200 of each kind, and how many agree. */
export type DifferencesDocument = {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly versions: readonly Mismatch[];
  readonly contents: readonly Mismatch[];
  readonly matched: number;
};

/** Left out is what a predicate says: it is as large as its maker wants. */
export type AttemptDocument = Omit<Attempt, 'statement' | 'bill'> & {
  readonly predicateType: string | null;
  readonly differences: DifferencesDocument | null;
};

/** `plumbline verify --format json`, as docs/generated/schemas/verification.schema.json describes it. */
export type VerificationDocument = {
  readonly schemaVersion: '1.0';
  readonly outcome: Verification['outcome'];
  readonly artifact: Verification['artifact'];
  readonly asOf: string;
  readonly requirements: readonly (Omit<RequirementResult, 'attempts'> & {
    readonly attempts: readonly AttemptDocument[];
  })[];
  readonly level: Verification['level'];
  readonly bills: readonly (Omit<BesideBill, 'reconciled'> & { readonly differences: DifferencesDocument | null })[];
  readonly vex: VexReport | null;
};

const differencesMax = 200;

/** A verification for programs. */
export function verificationDocument(verification: Verification): VerificationDocument {
  const { outcome, artifact, asOf, requirements, level, bills, vex } = verification;
  return {
    schemaVersion: '1.0',
    outcome,
    artifact,
    asOf,
    requirements: requirements.map((requirement) => ({
      ...requirement,
      attempts: requirement.attempts.map(attemptOf),
    })),
    level,
    bills: bills.map(({ reconciled, ...bill }) => ({ ...bill, differences: differencesOf(reconciled) })),
    vex,
  };
}

const attemptOf = ({ statement, bill, ...attempt }: Attempt): AttemptDocument => ({
  ...attempt,
  predicateType: statement?.predicateType ?? null,
  differences: differencesOf(bill?.reconciled ?? null),
});

function differencesOf(reconciled: Reconciliation | null): DifferencesDocument | null {
  if (reconciled === null) return null;
  const { missing, extra, versions, contents, matched } = reconciled;
  return {
    missing: missing.slice(0, differencesMax).map(({ ref }) => ref),
    extra: extra.slice(0, differencesMax).map(({ ref }) => ref),
    versions: versions.slice(0, differencesMax),
    contents: contents.slice(0, differencesMax),
    matched,
  };
}
