// SPDX-License-Identifier: Apache-2.0
import type { VerificationStep, VerificationStepId } from '@plumbline/core/verification/verification-step';
import { PolicyError, VerificationError } from '@sigstore/verify';

/** In the order in which the library judges them. */
export const judgedSteps = ['timestamp', 'certificate', 'log', 'signature'] as const;

type JudgedStep = (typeof judgedSteps)[number];

const stepOfCode: { readonly [C in VerificationError['code']]: JudgedStep } = {
  NOT_IMPLEMENTED_ERROR: 'certificate',
  TIMESTAMP_ERROR: 'timestamp',
  CERTIFICATE_ERROR: 'certificate',
  PUBLIC_KEY_ERROR: 'certificate',
  TLOG_ERROR: 'log',
  TLOG_INCLUSION_PROOF_ERROR: 'log',
  TLOG_INCLUSION_PROMISE_ERROR: 'log',
  TLOG_MISSING_INCLUSION_ERROR: 'log',
  TLOG_BODY_ERROR: 'log',
  SIGNATURE_ERROR: 'signature',
};

const meaning: { readonly [S in JudgedStep]: string } = {
  timestamp: 'when it was signed is not proved, so a certificate that has expired since cannot be trusted',
  certificate: 'the certificate does not lead to a trusted authority, or did not count when it was used',
  log: 'the entry of the transparency log does not prove that this signature was published',
  signature: 'it is no signature over this content: something was changed after it was signed',
};

/** Where verification ended, with what had passed until then and what was not reached. */
export function stepsOfError(error: unknown): readonly VerificationStep[] {
  if (error instanceof PolicyError) return [{ step: 'identity', outcome: 'failed', because: error.message }];
  // Anything else comes of content that cannot be taken apart: a length in an encoding, a part that is not there.
  if (!(error instanceof VerificationError))
    return [{ step: 'form', outcome: 'failed', because: 'a part of the bundle is missing or cannot be taken apart' }];
  const failed = stepOfCode[error.code];
  const at = judgedSteps.indexOf(failed);
  return judgedSteps.map((step, index): VerificationStep => {
    // Until the log is checked, the time that it states is only stated, and so is what was judged at that time.
    if (index < at && failed !== 'signature') return { step, outcome: 'not-checked', because: unproved };
    if (index < at) return { step, outcome: 'passed', because: passedWords[step] };
    if (index > at) return { step, outcome: 'not-checked', because: `${failed} failed before` };
    return { step, outcome: 'failed', because: `${error.message.slice(0, 300)}: ${meaning[step]}` };
  });
}

const unproved = 'it holds for the time that is stated, and that time is not proved';

export const passedWords: { readonly [S in JudgedStep & VerificationStepId]: string } = {
  timestamp: 'the time of signing is proved',
  certificate: 'the certificate leads to a trusted authority and counted then',
  log: 'the transparency log has the signature',
  signature: 'the signature is good',
};
