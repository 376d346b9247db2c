// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { noneCounted } from './none-counted.ts';

test('many are counted; of one or none it is said that there is no such thing', () => {
  expect(noneCounted(3, 'pipeline file')).toBe('None of 3 pipeline files');
  expect(noneCounted(2, 'policy', 'policies')).toBe('None of 2 policies');
  expect(noneCounted(1, 'policy', 'policies')).toBe('No policy');
  expect(noneCounted(0, 'build file')).toBe('No build file');
});
