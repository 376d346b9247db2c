// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { matchesGlob } from './matches-glob.ts';

test.each([
  ['src/a.ts', 'src/*.ts', true],
  ['src/b/a.ts', 'src/*.ts', false],
  ['src/b/a.ts', 'src/**', true],
  ['src/b/c/a.ts', 'src/**/a.ts', true],
  ['src/a.ts', 'src/**/a.ts', true],
  ['src/a.ts', '**/*.ts', true],
  ['a.ts', '**', true],
  ['ab.ts', '?.ts', false],
  ['a.ts', '?.ts', true],
  ['x/y/z', 'x/**/y/**/z', true],
  ['x/y/z', 'x/z', false],
  ['a[b].ts', 'a[b].ts', true],
  ['', '**', true],
])('%s of %s: %s', (path, pattern, expected) => {
  expect(matchesGlob(path, pattern)).toBe(expected);
});

test('many wildcards take no exponential time', () => {
  expect(matchesGlob('a'.repeat(5000), `${'*a'.repeat(500)}b`)).toBe(false);
  expect(matchesGlob('a/'.repeat(2000), `${'**/a/'.repeat(300)}b`)).toBe(false);
});
