// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { shownBytes } from './shown-bytes.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1023 bytes'],
  [1024, '1.0 KiB'],
  [1536, '1.5 KiB'],
  [1024 * 1024 - 1, '1023 KiB'],
  [40 * 1024 * 1024, '40 MiB'],
  [5 * 1024 ** 3, '5.0 GiB'],
  [3000 * 1024 ** 4, '3000 TiB'],
])('%d is shown as %s', (bytes, shown) => {
  expect(shownBytes(bytes)).toBe(shown);
});
