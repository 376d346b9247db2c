// SPDX-License-Identifier: Apache-2.0
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import type { Artifact } from '@plumbline/core/verification/signature-check';
import type { TrustRequirement } from '@plumbline/core/verification/trust-policy';
import type { VerificationStep } from '@plumbline/core/verification/verification-step';
import { billOfStatement } from '@plumbline/formats/in-toto/bill-of-statement';
import type { Statement } from '@plumbline/formats/in-toto/read-statement';
import { vexOfStatement } from '@plumbline/formats/in-toto/vex-of-statement';
import type { Reconciliation } from '../sbom/reconcile.ts';
import { type ContentsReading, judgeBillContent, judgeBillSubject } from './judge-bill.ts';
import { namesOf } from './vex/names-of.ts';
import { judgeVex } from './vex/judge-vex.ts';

export type DocumentQuestion = {
  readonly artifact: Artifact;
  readonly requirement: TrustRequirement;
  readonly asOf: string;
  /** Read when something has to be compared with it, and then once. */
  readonly contents: () => Promise<ContentsReading>;
};

/** A bill of materials that a statement carries, and what it was compared with (null: nothing). */
export type AttestedBill = { readonly bill: BillOfMaterials; readonly reconciled: Reconciliation | null };

export type JudgedDocument = { readonly steps: readonly VerificationStep[]; readonly bill: AttestedBill | null };

/** Whether a document that a statement carries, a bill of materials or a VEX, says what the requirement expects. */
export async function judgeDocument(statement: Statement | null, question: DocumentQuestion): Promise<JudgedDocument> {
  const { steps, bill } = await judgeBill(statement, question);
  return { steps: [...steps, ...(await vexSteps(statement, question))], bill };
}

async function judgeBill(statement: Statement | null, question: DocumentQuestion): Promise<JudgedDocument> {
  const { artifact, requirement, contents } = question;
  const isAsked = requirement.bill !== undefined;
  const bill = statement === null ? null : billOfStatement(statement);
  // A bill that nobody asked for is a statement like any other.
  if (bill === null && !isAsked) return { steps: [], bill: null };
  if (!isAsked && statement?.predicateType !== requirement.predicateType) return { steps: [], bill: null };
  if (bill === null || typeof bill === 'string') {
    const because = bill ?? 'it carries no bill of materials';
    return { steps: [{ step: 'sbom-subject', outcome: 'failed', because }], bill: null };
  }
  const subject = judgeBillSubject(bill, artifact, true);
  if (requirement.bill?.content === 'not-asked' || subject.outcome === 'failed')
    return { steps: [subject], bill: { bill, reconciled: null } };
  const { step, reconciled } = judgeBillContent(bill, await contents());
  return { steps: [subject, step], bill: { bill, reconciled } };
}

async function vexSteps(
  statement: Statement | null,
  { artifact, requirement, asOf, contents }: DocumentQuestion,
): Promise<readonly VerificationStep[]> {
  if (requirement.vex === undefined) return [];
  const names = namesOf({ artifact, contents: await contents(), statement, bills: [] });
  return judgeVex(statement === null ? null : vexOfStatement(statement), requirement.vex, { names, asOf });
}
