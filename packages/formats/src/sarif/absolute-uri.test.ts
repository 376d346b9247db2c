// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { absoluteUri } from './absolute-uri.ts';

test.each([
  'https://example.com/a/b.git',
  'ssh://git@example.com:2222/a/b.git',
  'https://[2001:db8::1]/a?b=c#d',
  'https://example.com/%20',
])('%s is one', (uri) => {
  expect(absoluteUri(uri)).toBe(uri);
});

test.each([
  'git@example.com:a/b.git',
  '/srv/git/a',
  'a',
  'https://example.com/[a]',
  'https://example.com/#a#b',
  'https://e x.com',
  'https://example.com/%zz',
  'https://example.com/ä',
  'https://',
])('%s is none', (text) => {
  expect(absoluteUri(text)).toBeNull();
});
