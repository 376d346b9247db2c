// SPDX-License-Identifier: Apache-2.0
import type { ManifestRole } from '@plumbline/core/facts/dependency-inventory';
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import type { LockedFile, LockedTree } from '@plumbline/core/sbom/locked-tree';
import { expect, test } from 'vitest';
import { billOfLockfiles } from './bill-of-lockfiles.ts';
import { locked, request } from './fixtures.ts';

const shipped: ReadonlySet<ManifestRole> = new Set(['shipped']);
const lockfile = (part: Partial<LockedFile>): LockedFile => ({
  path: 'package-lock.json',
  role: 'shipped',
  packages: [],
  roots: [],
  ...part,
});
const make = (lockfiles: readonly LockedFile[], part: Partial<LockedTree> = {}): BillOfMaterials =>
  billOfLockfiles({ lockfiles, unlocked: [], unread: [], own: [], ...part }, shipped, request);
const scopesOf = ({ components }: BillOfMaterials): readonly string[] =>
  components.map(({ ref, scope }) => `${ref.replace('pkg:npm/', '')} ${scope}`);

test('a scope spreads from what is asked for; the more important one wins, and what the lock says stands', () => {
  const made = make([
    lockfile({
      packages: [
        locked('a@1', { dependsOn: ['shared@1'] }),
        locked('d@1', { dependsOn: ['shared@1', 'deep@1'] }),
        locked('o@1', { dependsOn: ['said@1'] }),
        locked('shared@1', { dependsOn: [] }),
        locked('deep@1', { dependsOn: ['d@1'] }),
        locked('said@1', { scope: 'runtime', dependsOn: [] }),
      ],
      roots: [
        { key: 'd@1', scope: 'development' },
        { key: 'a@1', scope: 'runtime' },
        { key: 'o@1', scope: 'optional' },
      ],
    }),
  ]);
  expect(scopesOf(made)).toEqual(
    [
      'a@1 runtime',
      'd@1 development',
      'deep@1 development',
      'o@1 optional',
      'said@1 runtime',
      'shared@1 runtime',
    ].toSorted(),
  );
  expect(made.subject).toMatchObject({ complete: true, dependsOn: ['pkg:npm/a@1', 'pkg:npm/d@1', 'pkg:npm/o@1'] });
});

test('what nothing leads to hangs on the product, which is then not complete', () => {
  const made = make([
    lockfile({
      packages: [locked('a@1', { dependsOn: [] }), locked('b@1')],
      roots: [{ key: 'a@1', scope: 'runtime' }],
    }),
  ]);
  expect(made.subject).toMatchObject({ complete: false, dependsOn: ['pkg:npm/a@1', 'pkg:npm/b@1'] });
});

test('one component of several lockfiles, and of several places of one, is one', () => {
  const made = make([
    lockfile({
      packages: [
        locked('a@1', { key: 'x', dependsOn: ['b@1'], license: 'mit' }),
        locked('a@1', { key: 'y', dependsOn: ['c@1', 'x'] }),
        locked('b@1'),
        locked('c@1'),
      ],
    }),
    lockfile({ path: 'other/package-lock.json', packages: [locked('a@1', { dependsOn: [] })] }),
    lockfile({ path: 'tools/package-lock.json', role: 'tooling', packages: [locked('t@1')] }),
  ]);
  expect(made.components.map(({ ref }) => ref)).toEqual(['pkg:npm/a@1', 'pkg:npm/b@1', 'pkg:npm/c@1']);
  expect(made.components[0]).toMatchObject({
    dependsOn: ['pkg:npm/b@1', 'pkg:npm/c@1'],
    license: 'MIT',
    foundIn: ['other/package-lock.json', 'package-lock.json'],
  });
});

test('what is not in the bill is remarked, and the record of suppliers names who supplies what', () => {
  const tree: LockedTree = {
    lockfiles: [lockfile({ packages: [locked('@s/a@1'), locked('b@1')] })],
    unlocked: [{ path: 'x/pom.xml', role: 'shipped', because: 'no lockfile' }],
    unread: [{ path: 'go.sum', because: 'too large' }],
    own: [],
  };
  const supplier = { kind: 'open-source', requirementsVersion: null, acknowledgedOn: null, assessment: null } as const;
  const made = billOfLockfiles(tree, shipped, {
    ...request,
    suppliers: [
      { ...supplier, name: 'S Ltd', components: ['pkg:npm/@s/a'] },
      { ...supplier, name: 'B Ltd', components: ['B'] },
    ],
  });
  expect(made.remarks).toEqual(['x/pom.xml: no lockfile', 'go.sum: too large']);
  expect(made.subject.complete).toBe(false);
  expect(made.components.map(({ supplier: name }) => name)).toEqual(['S Ltd', 'B Ltd']);
});
