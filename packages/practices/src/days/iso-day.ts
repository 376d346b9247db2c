// SPDX-License-Identifier: Apache-2.0

/** The day of a moment for a reason of one line: `2026-06-30`, or "no date" for any other text. */
export function isoDay(moment: string | null | undefined): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(moment ?? '')?.[0] ?? 'no date';
}

/** Whether a day is the day of `asOf` or later; text that is no date is not. */
export function isDayFrom(day: string | null | undefined, asOf: string): boolean {
  return Date.parse(isoDay(day)) >= Date.parse(asOf.slice(0, 10));
}
