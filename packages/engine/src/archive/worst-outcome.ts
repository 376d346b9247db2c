// SPDX-License-Identifier: Apache-2.0
import type { VerificationOutcome } from '../verify/verification.ts';

/** A failure outranks what could not be assessed. Of nothing, nothing could be assessed. */
export function worstOutcome(outcomes: readonly VerificationOutcome[]): VerificationOutcome {
  if (outcomes.includes('not-verified')) return 'not-verified';
  return outcomes.length === 0 || outcomes.includes('could-not-assess') ? 'could-not-assess' : 'verified';
}
