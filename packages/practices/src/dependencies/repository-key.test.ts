// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { repositoryKey } from './repository-key.ts';

test.each([
  ['https://Example.com/Org/Product.git', 'example.com/org/product'],
  ['git+https://example.com/org/product@refs/heads/main', 'example.com/org/product'],
  ['git@example.com:org/product.git', 'example.com/org/product'],
  ['ssh://git@example.com/org/product', 'example.com/org/product'],
  ['https://token@example.com/org/product/', 'example.com/org/product'],
  ['https://example.com/org/product?x#y', 'example.com/org/product'],
  ['file:///srv/product', null],
  ['/srv/product.git', null],
  ['https://', null],
])('%s', (uri, key) => {
  expect(repositoryKey(uri)).toBe(key);
});
