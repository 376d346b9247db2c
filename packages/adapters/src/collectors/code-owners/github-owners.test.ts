// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { githubOwners } from './github-owners.ts';

const owned = (text: string, path: string): boolean => githubOwners(text).isOwned(path);

describe('the rules of GitHub', () => {
  test.each<readonly [string, string, boolean]>([
    ['* @a', 'x/y.ts', true],
    ['** @a', 'x/y.ts', true],
    ['*.js @a', 'x/y.js', true],
    ['*.js @a', 'x/y.jsx', false],
    ['/docs/ @a', 'docs/x/y.md', true],
    ['/docs/ @a', 'x/docs/y.md', false],
    ['docs/ @a', 'x/docs/y.md', true],
    ['docs/ @a', 'docs', false],
    ['docs/* @a', 'docs/x.md', true],
    ['docs/* @a', 'docs/x/y.md', false],
    ['docs/* @a', 'x/docs/y.md', false],
    ['/apps/github @a', 'apps/github/x.go', true],
    ['**/logs @a', 'x/y/logs/z', true],
    ['/a/**/b @a', 'a/b', true],
    ['/a/**/b @a', 'a/x/y/b/c', true],
    ['/build/** @a', 'build/x/y', true],
    ['Makefile @a', 'x/Makefile', true],
    ['makefile @a', 'x/Makefile', false],
    ['/a\\ b.ts @a', 'a b.ts', true],
    ['* @a\n/x/', 'x/y.ts', false],
    ['/x/ @a\n* ', 'x/y.ts', false],
    ['* @a # by default', 'x', true],
    ['#* @a', 'x', false],
  ])('%j owns %s: %s', (text, path, expected) => {
    expect(owned(text, path)).toBe(expected);
  });
});

test('lines that break the syntax are named and skipped', () => {
  const ownership = githubOwners('* @a\n!/x @a\n[ab].ts @a\n\\#x @a\n/y nobody\n@b\n/z @b\n');
  expect(ownership.problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
  expect(ownership.rules).toBe(2);
  expect([...ownership.owners]).toEqual(['@a', '@b']);
  expect(ownership.isOwned('y')).toBe(true);
});

const read = (name: string): string => readFileSync(new URL(`fixtures/${name}.CODEOWNERS`, import.meta.url), 'utf8');

test('real files', () => {
  for (const name of ['defectdojo', 'slsa-verifier', 'cyclonedx-bom-examples']) {
    const ownership = githubOwners(read(name));
    expect(ownership.problems).toEqual([]);
    expect(ownership.rules).toBeGreaterThan(0);
  }
  expect(owned(read('defectdojo'), 'dojo/models.py')).toBe(true);
});

/** What the documentation says, said with backtracking: slow and only for small inputs. */
function reference(pattern: string): RegExp {
  const names = pattern.split('/').filter((name) => name !== '');
  const rooted = pattern.startsWith('/') || names.length > 1;
  const body = names.map((name) => (name === '**' ? '**' : name.replaceAll('*', '[^/]*'))).join('/');
  const tail = pattern.endsWith('/') ? '/.+' : names.at(-1) === '*' || names.at(-1) === '**' ? '' : '(?:/.*)?';
  const source = `/${rooted ? '' : '**/'}${body}`
    .replaceAll('/**/', '/(?:.+/)?')
    .replace(/\/\*\*$/u, '(?:/.+)?')
    .replaceAll('/**', '(?:/.+)?');
  return new RegExp(`^${source}${tail}$`, 'u');
}

test('agrees with the documentation on small paths, the last rule winning', () => {
  const name = fc.constantFrom('a', 'b', '*', '**', 'a*', '*b');
  const pattern = fc
    .tuple(fc.constantFrom('', '/'), fc.array(name, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '/'))
    .map(([start, names, end]) => `${start}${names.join('/')}${end}`)
    .filter((text) => !/\*\*\/\*\*|\*\*\/$|^\/?\*\*$|\*\/$/u.test(text));
  const path = fc
    .array(fc.constantFrom('a', 'b', 'ab', 'c'), { minLength: 1, maxLength: 4 })
    .map((names) => names.join('/'));
  fc.assert(
    fc.property(fc.array(fc.tuple(pattern, fc.boolean()), { minLength: 1, maxLength: 6 }), path, (rules, file) => {
      const text = rules.map(([rule, clears]) => `${rule}${clears ? '' : ' @x'}`).join('\n');
      const last = rules.findLast(([rule]) => reference(rule).test(`/${file}`));
      expect([text, file, owned(text, file)]).toEqual([text, file, last !== undefined && !last[1]]);
    }),
    { numRuns: 3_000 },
  );
});

test('20,000 files against 500 rules', () => {
  const rules = Array.from(
    { length: 500 },
    (_, index) =>
      [`/src/part${index}/ @t${index}`, `*.e${index} @t`, `/src/**/deep${index}/*.ts @t`, `folder${index}/ @t`][
        index % 4
      ],
  );
  const paths = Array.from(
    { length: 20_000 },
    (_, index) => `src/part${index % 700}/deep${index % 31}/a/b/file${index}.ts`,
  );
  const started = performance.now();
  const { isOwned } = githubOwners(rules.join('\n'));
  const count = paths.filter(isOwned).length;
  expect(count).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(30_000);
});
