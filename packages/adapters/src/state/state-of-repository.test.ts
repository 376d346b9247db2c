// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import { expect, test } from 'vitest';
import { memorySnapshot } from '../testing/memory-snapshot.ts';
import { useRepositories } from '../testing/use-repositories.ts';
import { stateOfRepository } from './state-of-repository.ts';

const { folder } = useRepositories();

/** Where the state is kept, or the code of the refusal. */
function stateIn(paths: readonly string[], named?: (root: string) => string): string {
  const root = folder();
  const snapshot = memorySnapshot(Object.fromEntries(paths.map((path) => [path, 'x'])));
  try {
    return stateOfRepository({ snapshot, root }, named?.(root)).location.slice(root.length + 1);
  } catch (error) {
    return error instanceof PlumblineError ? error.code : String(error);
  }
}

test.each<readonly [string, readonly string[]]>([
  ['a file in it', ['.plumbline/imports/x.json']],
  ['itself', ['.plumbline']],
  ['the same for a file system that knows no case', ['.Plumbline/scans/x.json']],
  ['the same for one that passes over what does not show', ['.plumb\u200cline/scans/x.json']],
])('a commit that brings %s is not trusted', (_, paths) => {
  expect(stateIn(paths)).toBe('state-untrusted');
});

const inside = (root: string): string => join(root, 'kept/state');

function byLink(root: string): string {
  mkdirSync(join(root, 'brought'));
  symlinkSync(join(root, 'brought'), join(root, 'link'));
  return join(root, 'link');
}

test('a folder that somebody names is looked at in the same way', () => {
  expect(stateIn(['src/a.ts'])).toBe('.plumbline');
  expect(stateIn(['kept/readme'], inside)).toBe('kept/state');
  expect(stateIn(['kept/state/scans/x.json'], inside)).toBe('state-untrusted');
  expect(stateIn(['src/a.ts'], (root) => root)).toBe('state-untrusted');
  expect(stateIn(['brought/scans/x.json'], byLink)).toBe('state-untrusted');
});

test('without a folder one has to be named', () => {
  const snapshot = memorySnapshot({});
  expect(() => stateOfRepository({ snapshot, root: null })).toThrow(/no work tree/);
  expect(stateOfRepository({ snapshot, root: null }, '/somewhere').location).toBe('/somewhere');
});
