// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gitEntry } from './git-entry.ts';
import { matchesWorkspace } from './matches-workspace.ts';
import { relativeTo, resolvePath, upwardFrom } from './paths.ts';
import { exactVersion, versionFits } from './version-fits.ts';

describe('matchesWorkspace', () => {
  test.each<[readonly string[], string, boolean]>([
    [['packages/*'], 'packages/a', true],
    [['packages/*'], 'packages/a/b', false],
    [['./packages/**/'], 'packages/a/b', true],
    [['packages/*-app'], 'packages/my-app', true],
    [['packages/a*b*c'], 'packages/aXbYc', true],
    [['{apps,libs}/*'], 'libs/x', true],
    [['packages/*', '!packages/private'], 'packages/private', false],
    [['crates/core'], 'crates/core', true],
    [[], 'a', false],
  ])('%j takes %s: %s', (globs, directory, expected) => {
    expect(matchesWorkspace(globs, directory)).toBe(expected);
  });

  test('is quick with patterns made to be slow', () => {
    const started = performance.now();
    matchesWorkspace([`${'**/'.repeat(90)}x`], `${'a/'.repeat(2000)}b`);
    matchesWorkspace([`${'a*'.repeat(140)}b`], 'a'.repeat(4000));
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (globs, directory) => {
        expect(typeof matchesWorkspace(globs, directory)).toBe('boolean');
      }),
    );
  });
});

test('versions and ranges', () => {
  expect(versionFits('npm', '1.2.3', '^1.0.0')).toBe(true);
  expect(versionFits('npm', '2.0.0', '^1.0.0')).toBe(false);
  expect(versionFits('npm', '1.0.0', 'github:a/b')).toBeNull();
  expect(versionFits('cargo', '1.9.0', '1.2')).toBe(true);
  expect(versionFits('cargo', '0.5.0', '>=0.3, <0.5')).toBe(false);
  expect(versionFits('pypi', '1.0', '==1.0.0')).toBe(true);
  expect(versionFits('pypi', '1.1', '==1.0')).toBe(false);
  expect(versionFits('pypi', '1.1', '>=1.0')).toBeNull();
  expect(versionFits('maven', '1', '2')).toBeNull();
  expect(versionFits('npm', '1.0.0', 'x'.repeat(10_000))).toBeNull();
  expect(exactVersion('pypi', '==1.0.*')).toBeNull();
  expect(exactVersion('npm', '=1.2.3')).toBe('1.2.3');
  expect(exactVersion('nuget', '[1.0,2.0)')).toBeNull();
});

test('paths stay in the tree', () => {
  expect(resolvePath('a/b', '../c/./d')).toBe('a/c/d');
  expect(resolvePath('a', '../../etc')).toBeNull();
  expect(relativeTo('a', 'ab')).toBeNull();
  expect([...upwardFrom('a/b')]).toEqual(['a/b', 'a', '']);
});

test('a commit is a hash, a branch is none', () => {
  const commit = 'a'.repeat(40);
  expect(gitEntry('x', 'git@github.com:Owner/Repo.git', commit)).toEqual({
    name: 'owner/repo',
    version: commit,
    hashed: true,
    type: 'github',
  });
  expect(gitEntry('x', 'https://git.example.com/x.git', 'main')).toEqual({
    name: 'x',
    version: 'main',
    hashed: false,
    type: null,
  });
});
