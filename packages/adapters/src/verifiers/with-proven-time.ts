// SPDX-License-Identifier: Apache-2.0
import type { ProvenTime, SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { VerificationStep } from '@plumbline/core/verification/verification-step';

/** A check with the earliest of the times that are proved, its own among them. */
export function withProvenTime(check: SignatureCheck, times: readonly ProvenTime[]): SignatureCheck {
  const own = check.signedAt === null ? [] : [check.signedAt];
  const [signedAt] = [...times, ...own].toSorted((a, b) => Date.parse(a.instant) - Date.parse(b.instant));
  if (signedAt === undefined) return check;
  const because = `signed before ${signedAt.instant}, by the ${signedAt.proof}`;
  return { ...withStep(check, { step: 'timestamp', outcome: 'passed', because }), signedAt };
}

/** A check with this step in place of what it said of it. */
export function withStep(check: SignatureCheck, step: VerificationStep): SignatureCheck {
  return { ...check, steps: [...check.steps.filter((one) => one.step !== step.step), step] };
}
