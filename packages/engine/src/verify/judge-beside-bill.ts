// SPDX-License-Identifier: Apache-2.0
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import type { Artifact } from '@plumbline/core/verification/signature-check';
import { type ContentsReading, judgeBillContent, judgeBillSubject } from './judge-bill.ts';
import { orderedSteps } from './ordered-steps.ts';
import type { BesideBill, VerificationOutcome } from './verification.ts';

export type NamedBill = { readonly file: string; readonly bill: BillOfMaterials };

/** Holds a bill that nobody signed against the artifact. Who names one wants to know whether it is right: all has to be seen. */
export async function judgeBesideBill(
  { file, bill }: NamedBill,
  artifact: Artifact,
  contents: () => Promise<ContentsReading>,
): Promise<BesideBill> {
  const subject = judgeBillSubject(bill, artifact, false);
  if (subject.outcome === 'failed')
    return { file, outcome: 'not-verified', steps: orderedSteps([subject]), reconciled: null };
  const { step, reconciled } = judgeBillContent(bill, await contents());
  const outcomes = new Set([subject.outcome, step.outcome]);
  const outcome: VerificationOutcome = outcomes.has('failed')
    ? 'not-verified'
    : outcomes.has('not-checked')
      ? 'could-not-assess'
      : 'verified';
  return { file, outcome, steps: orderedSteps([subject, step]), reconciled };
}
