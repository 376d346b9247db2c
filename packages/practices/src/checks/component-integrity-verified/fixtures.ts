// SPDX-License-Identifier: Apache-2.0
import type { Lockfile } from '@plumbline/core/facts/dependency-inventory';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aProvenance } from '../../testing/imported-fixtures.ts';
import { aLockfile, aManifest, anInventory, noDependencies } from '../../testing/fixture-records.ts';

const withLockfile = (...lockfiles: readonly Partial<Lockfile>[]): FixtureFacts => ({
  'dependency-inventory': anInventory({ lockfiles: lockfiles.map((lockfile) => aLockfile(lockfile)) }),
});

export const fixtures: CheckFixtures = {
  facts: withLockfile({ hashed: 95 }),
  flip: { kind: 'dependency-inventory', at: ['lockfiles', 0, 'hashed'], to: 94 },
  also: [
    {
      name: 'a format without hashes counts against',
      facts: withLockfile({ hashed: 0, canHash: false }),
      outcome: 'no',
    },
    { name: 'a fixture does not', facts: withLockfile({}, { hashed: 0, role: 'fixture' }), outcome: 'yes' },
    {
      name: 'no lockfile at all',
      facts: {
        'dependency-inventory': anInventory({ manifests: [aManifest({ lock: 'missing' })], lockfiles: [] }),
      },
      outcome: 'no',
    },
    {
      name: 'a few unlocked ones beside many hashed',
      facts: {
        'dependency-inventory': anInventory({
          manifests: [aManifest(), aManifest({ lock: 'missing', dependencies: 3 })],
        }),
      },
      outcome: 'yes',
    },
    {
      name: 'a lockfile that cannot be read',
      facts: {
        'dependency-inventory': anInventory({ unread: [{ path: 'web/yarn.lock', because: 'over the limit' }] }),
      },
      outcome: 'unknown',
    },
    {
      name: 'a statement of the registry about one of them, beside',
      facts: {
        ...withLockfile({}),
        'in-toto-statements': {
          statements: [aProvenance({ subjects: [{ name: 'pkg:npm/two@2.0.0', sha256: null }] })],
        },
      },
      outcome: 'yes',
    },
    { name: 'no dependencies', facts: { 'dependency-inventory': noDependencies }, outcome: 'not-applicable' },
  ],
};
