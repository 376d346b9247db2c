// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { endOfDay } from './end-of-day.ts';

const today = new Date('2026-11-22T10:00:00Z');

test('a day ends at its last second in UTC', () => {
  expect(endOfDay('2026-06-30', today)).toBe('2026-06-30T23:59:59Z');
  expect(endOfDay(undefined, today)).toBe('2026-11-22T23:59:59Z');
});

test.each(['2026-02-30', 'yesterday', '2026-6-1', '', '2026-06-30T10:00:00Z'])('refuses %j', (day) => {
  expect(() => endOfDay(day, today)).toThrow(/not a day/);
});
