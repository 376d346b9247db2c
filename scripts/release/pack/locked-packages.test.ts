// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { lockedClosure, type LockedPackages } from './locked-packages.ts';

const integrity = 'sha512-00';
const locked: LockedPackages = {
  'node_modules/a': { version: '1.0.0', integrity, dependencies: { b: '2.0.0' }, optionalDependencies: { other: '1' } },
  'node_modules/a/node_modules/b': { version: '2.0.0', integrity, dependencies: { c: '1.0.0' } },
  'node_modules/b': { version: '1.0.0', integrity },
  'node_modules/c': { version: '1.0.0', integrity, dependencies: { a: '1.0.0' } },
  'node_modules/unhashed': { version: '1.0.0' },
};

test('the nearest of two versions, round in circles, without platforms that are not locked', () => {
  const places = Object.keys(lockedClosure(['a'], locked));
  expect(places).toEqual(['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c']);
});

test.each([
  ['what is not locked', 'missing', 'does not have missing'],
  ['what has no digest', 'unhashed', 'no digest of node_modules/unhashed'],
])('%s is refused', (_, name, because) => {
  expect(() => lockedClosure([name], locked)).toThrow(because);
});
