// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOfSeconds, parseInstant } from './parse-instant.ts';

test.each([
  ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00Z', true],
  ['2026-03-01T12:00:00.123456789+02:00', '2026-03-01T10:00:00Z', true],
  ['2026-03-01 12:00:00-0530', '2026-03-01T17:30:00Z', true],
  ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z', true],
  ['2026-03-01T12:00:00', '2026-02-28T22:00:00Z', false],
  ['2026-03-01', '2026-02-28T10:00:00Z', false],
])('%s is %s', (text, at, zoned) => {
  expect(parseInstant(text)).toEqual({ at, zoned });
});

test.each(['', 'yesterday', '2026-02-30T00:00:00Z', '2026-13-01', '12/31/2026', '2026-01-01T25:00:00Z'])(
  '%j is no instant',
  (text) => {
    expect(parseInstant(text)).toBeNull();
  },
);

test('without a zone it is never later than what any zone makes of it', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      fc.integer({ min: -12, max: 14 }),
      (date, ahead) => {
        const zone = `${ahead < 0 ? '-' : '+'}${String(Math.abs(ahead)).padStart(2, '0')}:00`;
        const wall = date.toISOString().slice(0, 19);
        expect(String(parseInstant(wall)?.at) <= String(parseInstant(wall + zone)?.at)).toBe(true);
      },
    ),
  );
});

test('seconds since 1970', () => {
  expect(instantOfSeconds(1_412_123_850)).toBe('2014-10-01T00:37:30Z');
  expect(instantOfSeconds(Number.NaN)).toBeNull();
  expect(instantOfSeconds(-5)).toBeNull();
  expect(instantOfSeconds(1e30)).toBeNull();
});
