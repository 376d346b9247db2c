// SPDX-License-Identifier: Apache-2.0
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { VerificationStepId } from '@plumbline/core/verification/verification-step';

/** A check that ended at this step. */
export function refusedCheck(step: VerificationStepId, because: string): SignatureCheck {
  return { outcome: 'invalid', steps: [{ step, outcome: 'failed', because }], signer: null, signedAt: null };
}

/** A check that could not be made, for want of something that the file does not hold. */
export function undecidedCheck(step: VerificationStepId, because: string): SignatureCheck {
  return { outcome: 'undecided', steps: [{ step, outcome: 'not-checked', because }], signer: null, signedAt: null };
}
