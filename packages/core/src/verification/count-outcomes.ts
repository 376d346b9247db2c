// SPDX-License-Identifier: Apache-2.0
import type { SignatureCounts, SignatureOutcome } from './signature-outcome.ts';

/** How many there are of each outcome. */
export function countOutcomes(outcomes: Iterable<SignatureOutcome>): SignatureCounts {
  const counts = { valid: 0, invalid: 0, untrusted: 0, unsigned: 0, 'could-not-assess': 0 };
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}
