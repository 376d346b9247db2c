// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { isDay, retainedUntil } from './retention.ts';

test('a retention that is over already is a mistake', () => {
  expect(retainedUntil('2026-01-31', '2026-01-31T12:00:00.000Z')).toBe('2026-01-31');
  expect(() => retainedUntil('2026-01-30', '2026-01-31T12:00:00.000Z')).toThrow('is over already');
});

test.each([
  ['2031-12-31', '2031-12-31'],
  ['90d', '2026-05-01'],
  ['1m', '2026-02-28'],
  ['25m', '2028-02-29'],
  ['5y', '2031-01-31'],
])('%s from the end of January 2026 is %s', (wish, day) => {
  expect(retainedUntil(wish, '2026-01-31T12:00:00.000Z')).toBe(day);
});

test.each(['', '5', 'y', '5w', '-5d', '12345d', '2031-02-30', '2031-1-1'])('%j is no retention', (wish) => {
  expect(() => retainedUntil(wish, '2026-01-31T12:00:00.000Z')).toThrow('no time of retention');
  expect(isDay(wish)).toBe(false);
});
