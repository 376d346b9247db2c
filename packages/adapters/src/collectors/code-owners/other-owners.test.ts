// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folderOwnership, parseFolderOwners } from './folder-owners.ts';
import { giteaOwners } from './gitea-owners.ts';
import { gitlabOwners } from './gitlab-owners.ts';
import { linearExpression } from './linear-expression.ts';
import { maintainersOwners } from './maintainers-owners.ts';

describe('the rules of GitLab', () => {
  test.each<readonly [string, string, boolean]>([
    ['* @a', 'x/y.rb', true],
    ['/* @a', 'x/y.rb', false],
    ['README.md @a', 'x/README.md', true],
    ['internal/README.md @a', 'x/internal/README.md', true],
    ['/docs @a', 'docs/x.md', false],
    ['/docs/ @a', 'docs/x/y.md', true],
    ['/docs/* @a', 'docs/x/y.md', false],
    ['docs/**/*.md @a', 'x/docs/y/z.md', true],
    ['/[ab].rb @a', 'a.rb', true],
    ['\\#x @a', '#x', true],
    ['[Docs] @d\n/docs/', 'docs/x', true],
    ['^[Docs] @d\n/docs/', 'docs/x', true],
    ['[Docs][2] @d\n/docs/\n/docs/free.md nobody', 'docs/free.md', false],
    ['* @a\n[Docs]\n/docs/', 'docs/x', true],
    ['* @a\n/docs/', 'docs/x', false],
    ['[A] @d\n/x/\n[B]\n/y/ @e\n[a]\n/z/', 'z/1', false],
    ['* @a\n!/gen/', 'gen/x', false],
    ['[R] @@maintainer\n/x/', 'x/1', true],
  ])('%j owns %s: %s', (text, path, expected) => {
    expect(gitlabOwners(text).isOwned(path)).toBe(expected);
  });
});

describe('the rules of Gitea', () => {
  test.each<readonly [string, string, boolean]>([
    ['.* @a', 'x/y.go', true],
    ['.*\\.go @a', 'x/y.go', true],
    ['.*\\.go @a', 'x/y.gox', false],
    ['docs/(?:a|b)/.* @a', 'docs/b/x', true],
    ['!docs/.* @a', 'src/x', true],
    ['!docs/.* @a', 'docs/x', false],
    ['.* @a\ndocs/.*', 'docs/x', true],
  ])('%j owns %s: %s', (text, path, expected) => {
    expect(giteaOwners(text).isOwned(path)).toBe(expected);
  });
});

test('OWNERS of Kubernetes: approvers of the folder or above, filters, and folders that stand alone', () => {
  const { isOwned, owners, rules } = folderOwnership([
    parseFolderOwners('', 'approvers: [ada, team-leads]\nreviewers: [bo]\n'),
    parseFolderOwners('apart', 'options: {no_parent_owners: true}\nreviewers: [bo]\n'),
    parseFolderOwners('apart/web', 'filters:\n  "\\\\.ts$":\n    approvers: [cy]\n'),
  ]);
  expect([rules, owners.size]).toEqual([3, 3]);
  expect(['x/y.go', 'apart/y.go', 'apart/web/y.ts', 'apart/web/y.go'].map(isOwned)).toEqual([true, false, true, false]);
});

test('OWNERS of Chromium, and what is neither', () => {
  expect(folderOwnership([parseFolderOwners('', '# us\nada@x.org\nset noparent\n')]).isOwned('a')).toBe(true);
  expect(parseFolderOwners('', 'This is prose.\n').problem).toMatchObject({ line: 1 });
});

test('MAINTAINERS of the kernel', () => {
  const { isOwned, owners } = maintainersOwners(`Some words.

NET
M:	Ada <ada@x.org>
S:	Maintained
F:	net/
F:	drivers/net/*
X:	net/old/

GONE
M:	Bo <bo@x.org>
S:	Orphan
F:	gone/

NOBODY
L:	list@x.org
F:	alone/
`);
  expect(owners.size).toBe(1);
  expect(
    ['net/a/b.c', 'net/old/b.c', 'drivers/net/x.c', 'drivers/net/x/y.c', 'gone/a.c', 'alone/a.c'].map(isOwned),
  ).toEqual([true, false, true, false, false, false]);
});

describe('linear expressions', () => {
  test('agree with the platform', () => {
    const part = fc.constantFrom(
      'a',
      'b',
      '.',
      'a*',
      '(?:ab|b)',
      '(a|b)+',
      '[ab]',
      '[^a]',
      'b?',
      'a{2}',
      'b{1,2}',
      '^',
      '$',
      '(a*)*',
      '\\.',
      '\\w',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 5 }),
        fc.array(fc.constantFrom('a', 'b', '.', 'c'), { maxLength: 7 }),
        (parts, chars) => {
          const [source, text] = [parts.join(''), chars.join('')];
          expect([source, text, linearExpression(source)?.(text)]).toEqual([
            source,
            text,
            new RegExp(source, 'u').test(text),
          ]);
        },
      ),
      { numRuns: 2_000 },
    );
  });
  test('stay linear, and refuse what they do not know', () => {
    const evil = linearExpression('^(a+)+$');
    const started = performance.now();
    expect(evil?.(`${'a'.repeat(20_000)}b`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(30_000);
    for (const source of ['(?=a)', '(a)\\1', '[a', '(', 'a{999}', '((a{100}){100}){100}', '('.repeat(900)])
      expect(linearExpression(source)).toBeNull();
  });
});

test('never throw', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('*', '/', '[', ']', '!', '\\', ' ', '@a', '\n', '#', '^', '(', 'M:', 'F: ', '{', 'a'), {
        maxLength: 60,
      }),
      (bits) => {
        const text = bits.join('');
        for (const read of [gitlabOwners, giteaOwners, maintainersOwners])
          expect(typeof read(text).isOwned('a/b')).toBe('boolean');
        expect(typeof folderOwnership([parseFolderOwners('', text)]).isOwned('a/b')).toBe('boolean');
      },
    ),
  );
});
