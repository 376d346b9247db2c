// SPDX-License-Identifier: Apache-2.0

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,12})?)?)? ?(Z|z|UTC|[+-]\d\d:?\d\d)?$/;

/** Hours by which the earliest clock on earth is ahead of UTC. */
const earliestZoneHours = 14;

export type Instant = { readonly at: string; readonly zoned: boolean };

/**
 * An ISO 8601 / RFC 3339 date and time as an instant in UTC, in whole seconds. Without a time zone it is the earliest
 * instant that it can mean (UTC+14), so that nothing ever counts as more recent than it is; a date alone is its first
 * moment. Null: no such date.
 */
export function parseInstant(text: string | null): Instant | null {
  const match = text === null || text.length > 64 ? null : pattern.exec(text.trim());
  if (match === null) return null;
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', zone] = match;
  const seconds = second === '60' ? '59' : second; // a leap second, which no calendar here knows
  const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${seconds}Z`);
  if (Number.isNaN(wall) || new Date(wall).getUTCDate() !== Number(day)) return null;
  const ahead = zone === undefined ? earliestZoneHours * 60 : minutesAhead(zone);
  return { at: instantOf(wall - ahead * 60_000), zoned: zone !== undefined };
}

/** Seconds since 1970 as an instant; null for what is no moment of the years 1970 to 9999. */
export function instantOfSeconds(seconds: number): string | null {
  return Number.isFinite(seconds) && seconds > 0 && seconds < 253_402_300_800 ? instantOf(seconds * 1000) : null;
}

const instantOf = (ms: number): string => `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}Z`;

function minutesAhead(zone: string): number {
  if (!/^[+-]/.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}
