// SPDX-License-Identifier: Apache-2.0
import type { ProvenSigner, ProvenTime } from '@plumbline/core/verification/signature-check';
import type { VerificationStep } from '@plumbline/core/verification/verification-step';
import type { Statement } from '@plumbline/formats/in-toto/read-statement';
import type { Reconciliation } from '../sbom/reconcile.ts';
import type { AttestedBill } from './judge-document.ts';
import type { VexReport } from './vex/vex-report.ts';

export type VerificationOutcome = 'verified' | 'not-verified' | 'could-not-assess';

/** One candidate, held against one signer and one requirement. */
export type Attempt = {
  readonly file: string;
  /** Which one of the file, from 1. */
  readonly place: number;
  /** The name of the signer in the policy. */
  readonly trusted: string;
  readonly outcome: VerificationOutcome;
  readonly steps: readonly VerificationStep[];
  readonly signer: ProvenSigner | null;
  readonly signedAt: ProvenTime | null;
  readonly statement: Statement | null;
  readonly bill: AttestedBill | null;
};

/** A bill of materials that lies beside the attestations, held against the artifact. */
export type BesideBill = {
  readonly file: string;
  readonly outcome: VerificationOutcome;
  readonly steps: readonly VerificationStep[];
  /** Null: it was compared with nothing. */
  readonly reconciled: Reconciliation | null;
};

/** The SLSA Build level that can be stated of the artifact, and why that one. `word` is SLSA's own. */
export type StatedLevel = { readonly word: string; readonly because: string };

export type RequirementResult = {
  readonly name: string;
  readonly outcome: VerificationOutcome;
  readonly because: string;
  readonly level: number | null;
  /** Those that fulfil it; where none does, the one that came furthest. Empty: there was nothing to look at. */
  readonly attempts: readonly Attempt[];
  /** How many others were looked at and are not shown. */
  readonly others: number;
  /** Whether anything was there, signed by whomever, that is of the kind that it asks for. */
  readonly answered: boolean;
};

export type Verification = {
  readonly outcome: VerificationOutcome;
  readonly artifact: { readonly name: string; readonly sha256: string };
  /** ISO instant in UTC. */
  readonly asOf: string;
  readonly requirements: readonly RequirementResult[];
  readonly level: StatedLevel;
  readonly bills: readonly BesideBill[];
  /** Null: nobody said anything about vulnerabilities. */
  readonly vex: VexReport | null;
};
