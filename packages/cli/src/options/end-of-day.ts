// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';

/** The end of a day in UTC, from `YYYY-MM-DD`; of `today` when no day is given. Throws `usage` for what is no day. */
export function endOfDay(day: string | undefined, today: Date): string {
  const asked = day ?? today.toISOString().slice(0, 10);
  const start = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? Date.parse(`${asked}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== asked) {
    throw new PlumblineError('usage', `not a day: ${asked}`, {
      next: 'Write it as YYYY-MM-DD, such as --as-of 2026-06-30',
    });
  }
  return `${asked}T23:59:59Z`;
}
