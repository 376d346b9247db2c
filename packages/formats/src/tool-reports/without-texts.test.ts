// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { withoutTexts } from './without-texts.ts';

test('texts and their lines are masked, longest first; what is short is left', () => {
  expect(withoutTexts('a secret-one b secret-one-two c ab', ['secret-one-two', 'secret-one\nsecond line', 'ab'])).toBe(
    'a *** b *** c ab',
  );
});
