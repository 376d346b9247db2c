// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { subjectOf } from './subject-of.ts';

const uri = 'https://example.com/product.git';
const commit = '1'.repeat(40);

test('what was read from a work tree is not of the commit alone', () => {
  expect(subjectOf({ uri, commit })).toEqual({ uri, commit });
  expect(subjectOf({ uri, commit, dirty: true })).toEqual({ uri, commit, dirty: true });
  expect(subjectOf({ uri, commit: '' })).toEqual({ uri });
});
