// SPDX-License-Identifier: Apache-2.0

const dayMs = 86_400_000;

/** Whole days from a moment to `asOf`; NaN when it is no date. Negative when it lies after `asOf`. */
export function daysBefore(moment: string, asOf: string): number {
  return Math.floor((Date.parse(asOf) - Date.parse(moment)) / dayMs);
}

/** Whether a moment lies at most `daysMax` days before `asOf`, and not after it. Null or no date: it does not. */
export function withinDays(moment: string | null | undefined, asOf: string, daysMax: number): boolean {
  if (moment === null || moment === undefined) return false;
  const days = daysBefore(moment, asOf);
  return days >= 0 && days <= daysMax;
}
