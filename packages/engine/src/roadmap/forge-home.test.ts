// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { forgeHome } from './forge-home.ts';

test.each([
  ['https://github.com/acme/product.git', { forge: 'github', host: 'github.com', owner: 'acme', name: 'product' }],
  [
    'git@gitlab.com:acme/group/product.git',
    { forge: 'gitlab', host: 'gitlab.com', owner: 'acme/group', name: 'product' },
  ],
  [
    'ssh://git@codeberg.org:22/acme/product',
    { forge: 'forgejo', host: 'codeberg.org', owner: 'acme', name: 'product' },
  ],
  [
    'https://gitlab.example.com/acme/product',
    { forge: 'gitlab', host: 'gitlab.example.com', owner: 'acme', name: 'product' },
  ],
  ['https://git.example.com/acme/product', { forge: 'other', host: 'git.example.com', owner: 'acme', name: 'product' }],
])('%s', (uri, home) => {
  expect(forgeHome(uri)).toEqual(home);
});

test.each(['product', '../product', 'https://example.com/', 'https://example.com/product', ''])(
  '%j is no home',
  (uri) => {
    expect(forgeHome(uri)).toBeNull();
  },
);
