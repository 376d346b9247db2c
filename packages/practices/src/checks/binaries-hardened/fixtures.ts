// SPDX-License-Identifier: Apache-2.0
import type { ReleasedBinary } from '@plumbline/core/state/release-entry';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { releaseArtifacts } from '../../testing/release-artifacts-fixture.ts';

const aBinary = (binary: Partial<ReleasedBinary> = {}): ReleasedBinary => ({
  path: 'bin/product',
  format: 'elf',
  hardened: true,
  protections: { pie: 'present', relro: 'present' },
  ...binary,
});
const binaries = (...of: readonly ReleasedBinary[]): FixtureFacts => ({
  'release-artifacts': releaseArtifacts({ binaries: of }),
});

export const fixtures: CheckFixtures = {
  facts: binaries(aBinary(), aBinary({ path: 'lib/product.so' })),
  flip: { kind: 'release-artifacts', at: ['artifacts', 0, 'binaries', 1, 'hardened'], to: false },
  also: [
    {
      name: 'one archive could not be looked into',
      facts: { 'release-artifacts': releaseArtifacts({}, { binaries: null }) },
      outcome: 'unknown',
    },
    {
      name: 'a static binary does not show all',
      facts: binaries(aBinary({ hardened: null, protections: { pie: 'present', canary: 'not-seen' } })),
      outcome: 'unknown',
    },
    {
      name: 'one is soft, and another cannot be looked into',
      facts: {
        'release-artifacts': releaseArtifacts({ binaries: [aBinary({ hardened: false })] }, { binaries: null }),
      },
      outcome: 'no',
    },
    { name: 'scripts only', facts: binaries(), outcome: 'not-applicable' },
    { name: 'nothing is published', facts: { 'release-artifacts': 'absent' }, outcome: 'not-applicable' },
  ],
};
