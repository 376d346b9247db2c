// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { isDayFrom, isoDay } from './iso-day.ts';

test.each([
  ['2026-06-30T10:00:00Z', '2026-06-30'],
  ['soon', 'no date'],
  ['\n2026-06-30', 'no date'],
  [null, 'no date'],
])('%s is %s', (moment, day) => {
  expect(isoDay(moment)).toBe(day);
});

test.each([
  ['2026-06-30', true],
  ['2026-07-01', true],
  ['2026-06-29', false],
  ['soon', false],
  ['zzzz-99-99', false],
  [undefined, false],
])('%s is from the day on: %s', (day, from) => {
  expect(isDayFrom(day, '2026-06-30T23:59:59Z')).toBe(from);
});
