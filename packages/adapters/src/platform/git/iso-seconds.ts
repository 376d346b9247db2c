// SPDX-License-Identifier: Apache-2.0

/** ISO 8601 in UTC, to the second. Dates that git can hold but a calendar cannot read as the epoch. */
export function isoSeconds(seconds: number): string {
  const date = new Date(seconds * 1000);
  const valid = !Number.isNaN(date.getTime()) && date.getUTCFullYear() >= 0 && date.getUTCFullYear() <= 9999;
  return (valid ? date : new Date(0)).toISOString().replace('.000Z', 'Z');
}
