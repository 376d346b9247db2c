// SPDX-License-Identifier: Apache-2.0

const yearMs = 366 * 86_400_000;

/** Whether an ISO day lies in the twelve months before `asOf`, and not after it. A missing or invalid day does not. */
export function reviewedWithinYear(day: string | null | undefined, asOf: string): boolean {
  if (day === null || day === undefined) return false;
  const age = Date.parse(asOf) - Date.parse(day);
  return age >= 0 && age <= yearMs;
}
