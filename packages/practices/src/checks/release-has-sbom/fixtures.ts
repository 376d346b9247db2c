// SPDX-License-Identifier: Apache-2.0
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import type { ReleaseArtifacts } from '@plumbline/core/facts/release-artifacts';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aSbom } from '../../testing/imported-fixtures.ts';
import { anInventory, noDependencies } from '../../testing/fixture-records.ts';
import { releaseArtifacts } from '../../testing/release-artifacts-fixture.ts';

const empty = { sboms: [aSbom({ components: [] })] };
const unbound = { sboms: [aSbom({ commit: null })] };

const released = (sbom: Partial<Sbom> = {}): ReleaseArtifacts => ({
  ...releaseArtifacts(),
  documents: { ...releaseArtifacts().documents, sboms: [aSbom({ file: 'product.cdx.json', ...sbom })] },
});

export const fixtures: CheckFixtures = {
  facts: { sboms: unbound, 'release-artifacts': released() },
  flip: { kind: 'release-artifacts', at: ['artifacts', 0, 'sboms'], to: [] },
  also: [
    { name: 'a document of this commit', facts: { sboms: { sboms: [aSbom({ completed: null })] } }, outcome: 'yes' },
    {
      name: 'an empty one, of a product with components',
      facts: { sboms: empty, 'dependency-inventory': anInventory() },
      outcome: 'no',
    },
    {
      name: 'an empty one, of a product without',
      facts: { sboms: empty, 'dependency-inventory': noDependencies },
      outcome: 'yes',
    },
    { name: 'an empty one, of nobody knows what', facts: { sboms: empty }, outcome: 'unknown' },
    { name: 'a document of no commit', facts: { sboms: unbound }, outcome: 'unknown' },
    {
      name: 'a document of another commit',
      facts: { sboms: { sboms: [aSbom({ commit: '9'.repeat(40) })] } },
      outcome: 'unknown',
    },
    { name: 'none was passed', facts: { sboms: 'absent' }, outcome: 'unknown' },
    {
      name: 'a release with one that lists nothing',
      facts: {
        sboms: unbound,
        'release-artifacts': released({ components: [] }),
      },
      outcome: 'unknown',
    },
    {
      name: 'a document of this commit, and a release without one',
      facts: { sboms: { sboms: [aSbom()] }, 'release-artifacts': releaseArtifacts({ sboms: [] }) },
      outcome: 'yes',
    },
    {
      name: 'a release with one that nobody took in',
      facts: { sboms: unbound, 'release-artifacts': releaseArtifacts() },
      outcome: 'unknown',
    },
    {
      name: 'nothing was released',
      facts: { sboms: unbound, 'release-artifacts': 'absent' },
      outcome: 'not-applicable',
    },
  ],
};
