// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';

const units: { readonly [unit: string]: 'days' | 'months' } = { d: 'days', m: 'months', y: 'months' };
const dayMs = 86_400_000;

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/**
 * The last day of a retention that is given as a day (YYYY-MM-DD, not before the instant) or as a duration from an instant (`90d`,
 * `18m`, `5y`; at most four digits). A month later is the same day of that month, or its last. Throws `usage`.
 */
export function retainedUntil(wish: string, from: string): string {
  if (isDay(wish)) {
    if (wish >= from.slice(0, 10)) return wish;
    throw new PlumblineError('usage', `a retention until ${wish} is over already`, {
      next: 'Give a day that is to come',
    });
  }
  const [, digits = '', unit = ''] = /^(\d{1,4})([dmy])$/u.exec(wish) ?? [];
  const kind = units[unit];
  if (kind === undefined)
    throw new PlumblineError('usage', `'${wish.slice(0, 40)}' is no time of retention`, {
      next: 'Give a day (2031-12-31) or a duration: 90d, 18m, 5y',
    });
  const count = Number(digits) * (unit === 'y' ? 12 : 1);
  const start = new Date(`${from.slice(0, 10)}T00:00:00Z`);
  if (kind === 'days') return new Date(start.getTime() + count * dayMs).toISOString().slice(0, 10);
  const lastOfMonth = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + count + 1, 0));
  lastOfMonth.setUTCDate(Math.min(start.getUTCDate(), lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

/** Whether a last day of retention comes before another one; null has no end. */
export function isShorter(wanted: string | null, there: string | null): boolean {
  return wanted !== null && (there === null || wanted < there);
}
