// SPDX-License-Identifier: Apache-2.0
import type { DependencyInventory, Lockfile } from '@plumbline/core/facts/dependency-inventory';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aSbom } from '../../testing/imported-fixtures.ts';
import { releaseArtifacts } from '../../testing/release-artifacts-fixture.ts';

const inventory = (purls: readonly string[], role: Lockfile['role'] = 'shipped'): DependencyInventory => ({
  manifests: [],
  lockfiles: [{ path: 'package-lock.json', ecosystem: 'npm', role, external: purls.length, hashed: 0, canHash: true }],
  components: purls.map((purl) => ({ purl, hashed: true, from: 'package-lock.json' })),
  baseImages: [],
  unread: [],
});
const sbom = (...purls: readonly string[]) => ({
  sboms: [
    aSbom({ components: purls.map((purl) => ({ purl, name: purl, version: null, hashed: true, supplier: null })) }),
  ],
});
const purls = ['pkg:npm/%40scope/a@1.0.0', 'pkg:npm/b@2.0.0'];

export const fixtures: CheckFixtures = {
  facts: {
    sboms: sbom('pkg:npm/@scope/a@1.0.0', 'pkg:npm/b@2.0.0?arch=any', 'pkg:deb/debian/zlib1g@1.3'),
    'dependency-inventory': inventory(purls),
  },
  flip: { kind: 'sboms', at: ['sboms', 0, 'components', 1, 'purl'], to: 'pkg:npm/b@2.0.1' },
  also: [
    {
      name: 'half of it is not listed',
      facts: { sboms: sbom('pkg:npm/b@2.0.0'), 'dependency-inventory': inventory(purls) },
      outcome: 'unknown',
    },
    {
      name: 'a member of the workspace is listed too',
      facts: {
        sboms: sbom(...purls, 'pkg:npm/%40scope/member@1.0.0'),
        'dependency-inventory': { ...inventory(purls), own: ['pkg:npm/%40scope/member'] },
      },
      outcome: 'yes',
    },
    { name: 'no lockfiles', facts: { sboms: sbom(), 'dependency-inventory': 'absent' }, outcome: 'not-applicable' },
    {
      name: 'a lockfile of an example is not shipped',
      facts: { sboms: sbom(), 'dependency-inventory': inventory(purls, 'example') },
      outcome: 'not-applicable',
    },
    {
      name: 'of another commit',
      facts: {
        sboms: { sboms: [aSbom({ commit: '9'.repeat(40) })] },
        'dependency-inventory': inventory(purls),
      },
      outcome: 'unknown',
    },
    {
      name: 'one that names no commit, as part of a release of this commit',
      facts: {
        sboms: { sboms: [aSbom({ commit: null })] },
        'dependency-inventory': inventory(purls),
        'release-artifacts': {
          ...releaseArtifacts(),
          documents: { ...releaseArtifacts().documents, sboms: sbom(...purls).sboms },
        },
      },
      outcome: 'yes',
    },
    {
      name: 'a lockfile that could not be read',
      facts: {
        sboms: sbom(...purls),
        'dependency-inventory': { ...inventory(purls), unread: [{ path: 'go.sum', because: 'larger than 1 MiB' }] },
      },
      outcome: 'unknown',
    },
  ],
};
