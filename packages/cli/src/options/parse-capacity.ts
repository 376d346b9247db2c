// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';

/** Working days in a phase of two weeks, above 0 and at most 1000. Throws `usage`. */
export function parseCapacity(text: string): number {
  const days = Number(text);
  if (Number.isFinite(days) && days > 0 && days <= 1000) return days;
  throw new PlumblineError('usage', `not a capacity: ${text}`, {
    next: 'Write working days for each phase of two weeks, such as --capacity 5',
  });
}
