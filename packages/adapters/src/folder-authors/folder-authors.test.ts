// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { ownerOf } from './owner-of.ts';
import { countByFolder } from './read-folder-authors.ts';

test.each([
  ['583231+octocat@users.noreply.github.com', '@octocat'],
  ['octocat@users.noreply.github.com', '@octocat'],
  ['Jane@Example.com', 'jane@example.com'],
  ['49699333+dependabot[bot]@users.noreply.github.com', null],
  ['noreply@github.com', null],
  ['not an address', null],
  ['x@y z # @everyone', null],
])('%s is %s', (address, owner) => {
  expect(ownerOf(address)).toBe(owner);
});

test('counts a commit once for each folder that it touches', () => {
  const log = '\u0001a@example.com\n\nsrc/x.ts\nsrc/y.ts\nREADME.md\n\u0001a@example.com\n\nsrc/z.ts\n"odd\\n/name"\n';
  expect(countByFolder(log)).toEqual([
    { folder: 'src', owner: 'a@example.com', commits: 2 },
    { folder: '', owner: 'a@example.com', commits: 1 },
  ]);
});
