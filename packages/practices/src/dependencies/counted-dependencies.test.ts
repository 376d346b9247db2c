// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { countedDependencies, namesNoComponent } from './counted-dependencies.ts';
import { aLockfile, anInventory, noDependencies } from '../testing/fixture-records.ts';

test('components of examples and fixtures are left out, others stay', () => {
  const inventory = anInventory({
    lockfiles: [aLockfile(), aLockfile({ path: 'test/fixtures/yarn.lock', role: 'fixture' })],
    components: [
      { purl: 'pkg:npm/one@1.0.0', hashed: true, from: 'package-lock.json' },
      { purl: 'pkg:npm/evil@6.6.6', hashed: true, from: 'test/fixtures/yarn.lock' },
    ],
  });
  expect(countedDependencies(inventory).components.map(({ purl }) => purl)).toEqual(['pkg:npm/one@1.0.0']);
});

test('nothing is named only where manifests were read, all of them', () => {
  expect(namesNoComponent(noDependencies)).toBe(true);
  expect(namesNoComponent({ ...noDependencies, manifests: [] })).toBe(false);
  expect(namesNoComponent({ ...noDependencies, unread: [{ path: 'x', because: 'binary' }] })).toBe(false);
  expect(namesNoComponent(anInventory())).toBe(false);
});
