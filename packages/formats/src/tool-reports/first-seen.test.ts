// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { FirstSeen } from './first-seen.ts';

test('the first of those with one key is new, the others are not', () => {
  const seen = new FirstSeen();
  expect([seen.isNew('a', 1), seen.isNew('a', 1), seen.isNew('a', '1'), seen.isNew('a', null)]).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test('memory is bounded: what is too much to remember is told again', () => {
  const seen = new FirstSeen();
  const long = 'x'.repeat(16_777_216);
  expect([seen.isNew(long), seen.isNew(long), seen.isNew('a'), seen.isNew('a')]).toEqual([true, true, true, false]);
});
