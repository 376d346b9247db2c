// SPDX-License-Identifier: Apache-2.0
import type { Unknown } from '@plumbline/core/answers/answer';
import { unknown } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Evidence } from '@plumbline/core/evidence/evidence';
import { daysBefore } from './days-before.ts';

/**
 * The unknown for one item that is too old, where a check joins it with others that need not be as fresh (a check's
 * `freshDays` holds for all that it reads). Null: it is fresh enough.
 */
export function whyStale(item: Evidence, asOf: string, daysMax: number): Unknown | null {
  const days = daysBefore(item.effectiveAt, asOf);
  if (days <= daysMax) return null;
  return unknown(`${item.location} is ${days} days old; it counts for ${daysMax}`, `Collect ${item.location} again`, [
    cite(item),
  ]);
}
