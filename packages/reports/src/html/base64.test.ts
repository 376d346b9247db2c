// SPDX-License-Identifier: Apache-2.0
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { base64 } from './base64.ts';

// RFC 4648 §10.
test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foobar', 'Zm9vYmFy'],
])('the test vectors of the standard: %s', (text, expected) => {
  expect(base64(utf8ToBytes(text))).toBe(expected);
});
