// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { isOwnersLink } from './owners-link.ts';

const uri = 'https://github.com/lantern/lamp.git';

test.each([
  ['https://lantern.example.org/security/', true],
  ['https://github.com/lantern/community/blob/main/SECURITY.md', true],
  ['https://github.com/lantern/lamp/blob/main/SECURITY.md', false],
  ['https://github.com/tony/lamp-docs/blob/main/CONTRIBUTING.md', false],
  ['https://developer.mozilla.org/en-US/docs/Web/HTTP/CSP', false],
])('%s: %s', (url, own) => {
  expect(isOwnersLink(url, uri)).toBe(own);
});

test('without an address every link may be', () => {
  expect(isOwnersLink('https://example.org/security', 'file')).toBe(true);
});
