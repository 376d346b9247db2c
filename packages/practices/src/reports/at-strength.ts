// SPDX-License-Identifier: Apache-2.0
import type { Citation, Citations } from '@plumbline/core/answers/answer';
import { type Strength, weakest } from '@plumbline/core/evidence/strength';

/** Citations that claim no more than this: their item can show more than the question takes from it. */
export function atStrength([first, ...others]: Citations, strength: Strength): Citations {
  const claim = (citation: Citation): Citation => ({ ...citation, strength: weakest([citation.strength, strength]) });
  return [claim(first), ...others.map(claim)];
}
