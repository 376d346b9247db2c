// SPDX-License-Identifier: Apache-2.0
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aSbom } from '../../testing/imported-fixtures.ts';

const sbom = (part: Partial<Sbom> = {}) => ({ sboms: { sboms: [aSbom(part)] } });

export const fixtures: CheckFixtures = {
  facts: sbom({ gaps: [{ element: 'supplier', missing: 0 }] }),
  flip: { kind: 'sboms', at: ['sboms', 0, 'gaps', 0, 'missing'], to: 3 },
  also: [
    { name: 'it lists nothing', facts: sbom({ components: [] }), outcome: 'unknown' },
    { name: 'of no commit', facts: sbom({ commit: null }), outcome: 'unknown' },
    {
      name: 'it breaks its schema',
      facts: sbom({ problems: ['/components/3/version: required'] }),
      outcome: 'unknown',
    },
  ],
};
