// SPDX-License-Identifier: Apache-2.0
import { type VerificationStep, verificationSteps } from '@plumbline/core/verification/verification-step';

/** Steps in the order in which they are told, each with a reason of bounded length. */
export const orderedSteps = (steps: readonly VerificationStep[]): readonly VerificationStep[] =>
  steps
    .map((step) => ({ ...step, because: bounded(step.because) }))
    .sort((a, b) => verificationSteps.indexOf(a.step) - verificationSteps.indexOf(b.step));

const charactersMax = 1000;

/** Reasons quote what was verified, which is as long as its maker likes. Nothing else is changed: who renders them shows what hides. */
function bounded(because: string): string {
  const left = because.length - charactersMax;
  return left > 0 ? `${because.slice(0, charactersMax).toWellFormed()} [${left} characters more]` : because;
}
