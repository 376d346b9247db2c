// SPDX-License-Identifier: Apache-2.0
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aSbom } from '../../testing/imported-fixtures.ts';
import { releaseArtifacts } from '../../testing/release-artifacts-fixture.ts';

const sbom = (part: Partial<Sbom> = {}) => ({ sboms: { sboms: [aSbom(part)] } });

const other = '8'.repeat(40);
const released = (part: Partial<Sbom> = {}) => ({
  ...sbom({ commit: other }),
  'release-artifacts': {
    ...releaseArtifacts(),
    commit: other,
    documents: { ...releaseArtifacts().documents, sboms: [aSbom({ commit: other, ...part })] },
  },
});

export const fixtures: CheckFixtures = {
  facts: sbom({ gaps: [{ element: 'supplier', missing: 0 }] }),
  flip: { kind: 'sboms', at: ['sboms', 0, 'gaps', 0, 'missing'], to: 3 },
  also: [
    { name: 'that of the newest release, which is another commit', facts: released(), outcome: 'yes' },
    {
      name: 'that of the newest release lacks something',
      facts: released({ gaps: [{ element: 'supplier', missing: 1 }] }),
      outcome: 'no',
    },
    { name: 'a release whose own is about another commit', facts: released({ commit: null }), outcome: 'unknown' },
    { name: 'it lists nothing', facts: sbom({ components: [] }), outcome: 'unknown' },
    { name: 'of no commit', facts: sbom({ commit: null }), outcome: 'unknown' },
    {
      name: 'it breaks its schema',
      facts: sbom({ problems: ['/components/3/version: required'] }),
      outcome: 'unknown',
    },
  ],
};
