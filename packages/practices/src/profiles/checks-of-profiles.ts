// SPDX-License-Identifier: Apache-2.0
import type { CheckId } from '@plumbline/core/answers/check';
import { high } from './high.ts';

/** Ids of all checks that a built-in profile requires. Data only, so that a check may ask for it without a cycle. */
export function checksOfProfiles(): ReadonlySet<CheckId> {
  const requirements = Object.values(high.requirements).flat();
  return new Set(requirements.flatMap(({ check, or }) => [check, ...(or ?? [])]));
}
