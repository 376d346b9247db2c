// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { isoDay, statedDay } from './stated-day.ts';

test.each([
  ['2026-01-31', '2026-01-31'],
  ['20260131', '2026-01-31'],
  ['31 Jan 2026', '2026-01-31'],
  ['1st May 2026', '2026-05-01'],
  ['09-Jun-2003', '2003-06-09'],
  ['January 31st, 2026', '2026-01-31'],
  ['2026-02-30', null],
  ['soon', null],
])('%s is %s', (written, iso) => {
  expect(isoDay(written)).toBe(iso);
});

test('the days that a document states', () => {
  expect(statedDay('**Last reviewed:** 2026-05-01\n')).toEqual({ reviewedOn: '2026-05-01', changedOn: null });
  expect(statedDay('This policy was last updated on May 25, 2025.')).toEqual({
    reviewedOn: null,
    changedOn: '2025-05-25',
  });
  expect(statedDay('| Date | 2024-02-03 |')).toEqual({ reviewedOn: null, changedOn: '2024-02-03' });
  expect(statedDay('released 2024-02-03')).toEqual({ reviewedOn: null, changedOn: null });
});
