// SPDX-License-Identifier: Apache-2.0

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const pattern = /^(?:[a-z]{3}, {0,4})?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d\d:\d\d:\d\d)(?: ?([+-]\d{4}|UTC|GMT|Z))?$/i;

/**
 * A date as mail writes it (RFC 5322 §3.3: `Mon, 23 Nov 2026 00:41:28 +0000`) in the form of ISO 8601, without a zone where
 * it names none; null for what is no such date.
 */
export function isoOfMailDate(text: string | null): string | null {
  const [, day = '', name = '', year = '', time = '', zone = ''] = pattern.exec(text?.trim().slice(0, 64) ?? '') ?? [];
  const month = months.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return null;
  const offset = /^[a-z]/i.test(zone) ? 'Z' : zone.replace(/(\d\d)$/, ':$1');
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}T${time}${offset}`;
}
