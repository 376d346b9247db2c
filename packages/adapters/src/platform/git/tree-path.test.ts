// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { treePath } from './tree-path.ts';

const asBytes = (path: string): string => Buffer.from(path).toString('latin1');

it.each(['README.md', 'docs/größe.txt', '日本語/a b.c', '.github/x', '..a/b..', 'a/.gitignore'])('reads %s', (path) => {
  expect(treePath(asBytes(path))).toEqual({ state: 'fit', path });
});

it.each([
  ['a/../b', 'its path could leave the tree'],
  ['/etc/passwd', 'its path could leave the tree'],
  ['a//b', 'its path could leave the tree'],
  ['a/.GIT/config', 'its path could leave the tree'],
  ['', 'its path could leave the tree'],
  ['a\nb', 'its name has control characters'],
  ['a\u0085b', 'its name has control characters'],
  ['x'.repeat(5000), 'its path is over 4096 bytes'],
])('refuses %j', (path, because) => {
  expect(treePath(asBytes(path))).toMatchObject({ state: 'unfit', because });
});

it('refuses what is not UTF-8, and shows it without control characters', () => {
  expect(treePath('a\xFFb\x1B')).toEqual({
    state: 'unfit',
    shown: 'a\uFFFDb\uFFFD',
    because: 'its name is not UTF-8',
  });
});
