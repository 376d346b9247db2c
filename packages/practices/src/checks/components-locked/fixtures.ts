// SPDX-License-Identifier: Apache-2.0
import type { Manifest } from '@plumbline/core/facts/dependency-inventory';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aManifest, anInventory, noDependencies } from '../../testing/fixture-records.ts';

const withManifest = (...manifests: readonly Partial<Manifest>[]): FixtureFacts => ({
  'dependency-inventory': anInventory({ manifests: manifests.map((manifest) => aManifest(manifest)) }),
});

export const fixtures: CheckFixtures = {
  facts: withManifest({}),
  flip: { kind: 'dependency-inventory', at: ['manifests', 0, 'lock'], to: 'missing' },
  also: [
    { name: 'a lock that disagrees is no lock', facts: withManifest({ lock: 'disagrees' }), outcome: 'no' },
    {
      name: 'an unlocked tool used in CI',
      facts: withManifest({}, { lock: 'missing', role: 'tooling' }),
      outcome: 'no',
    },
    { name: 'an unlocked example', facts: withManifest({}, { lock: 'missing', role: 'example' }), outcome: 'yes' },
    { name: 'an unlocked fixture', facts: withManifest({}, { lock: 'missing', role: 'fixture' }), outcome: 'yes' },
    { name: 'one that cannot be judged', facts: withManifest({}, { lock: 'unknown' }), outcome: 'unknown' },
    {
      name: 'a file that cannot be read',
      facts: {
        'dependency-inventory': anInventory({ unread: [{ path: 'web/package.json', because: 'invalid JSON' }] }),
      },
      outcome: 'unknown',
    },
    { name: 'nothing to lock', facts: { 'dependency-inventory': noDependencies }, outcome: 'not-applicable' },
    { name: 'only a fixture', facts: withManifest({ lock: 'missing', role: 'fixture' }), outcome: 'not-applicable' },
    { name: 'no manifest', facts: { 'dependency-inventory': 'absent' }, outcome: 'not-applicable' },
  ],
};
