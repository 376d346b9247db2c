// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { nameSome } from './name-some.ts';

test('few names stand as they are, many are counted', () => {
  expect(nameSome(['a', 'b'])).toBe('a, b');
  expect(nameSome(['a', 'b', 'c', 'd'])).toBe('a, b, c and 1 more');
});

test('long names and line breaks of a hostile repository stay short and on one line', () => {
  const names = Array.from({ length: 500 }, () => `x\n${'y'.repeat(5000)}`);
  expect(nameSome(names)).toMatch(/^[^\n]{1,1300}$/);
});
