// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { artifactUri } from './artifact-uri.ts';

test.each([
  ['src/a b.ts', 'src/a%20b.ts'],
  ['c:/x', 'c%3A/x'],
  ['ä?#%.md', '%C3%A4%3F%23%25.md'],
  ['\uD800', '%EF%BF%BD'],
])('%s', (path, uri) => {
  expect(artifactUri(path)).toBe(uri);
});

test.each(['/etc/passwd', 'a/../../b', '', 'a//b', './a', 'a/'])('%s is no path of the tree', (path) => {
  expect(artifactUri(path)).toBeNull();
});
