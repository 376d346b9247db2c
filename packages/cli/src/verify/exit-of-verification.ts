// SPDX-License-Identifier: Apache-2.0
import type { VerificationOutcome } from '@plumbline/engine/verify/verification';
import { exitCodes, type ExitCode } from '../exit-codes.ts';

/** How a verification answers whoever called it. */
export const exitOfVerification: { readonly [O in VerificationOutcome]: ExitCode } = {
  verified: exitCodes.done,
  'not-verified': exitCodes.failed,
  'could-not-assess': exitCodes.couldNotAssess,
};
