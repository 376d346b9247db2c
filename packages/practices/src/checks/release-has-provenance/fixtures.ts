// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aProvenance } from '../../testing/imported-fixtures.ts';
import { releaseArtifacts } from '../../testing/release-artifacts-fixture.ts';

const none = { statements: [aProvenance({ predicateType: 'https://example.com/test-result/v1' })] };

export const fixtures: CheckFixtures = {
  facts: { 'in-toto-statements': none, 'release-artifacts': releaseArtifacts() },
  flip: { kind: 'release-artifacts', at: ['artifacts', 1, 'provenance'], to: [] },
  also: [
    {
      name: 'a statement of this commit',
      facts: { 'in-toto-statements': { statements: [aProvenance({ completed: null, commit: null })] } },
      outcome: 'yes',
    },
    {
      name: 'a statement of another commit',
      facts: {
        'in-toto-statements': { statements: [aProvenance({ source: { uri: null, commit: '9'.repeat(40) } })] },
      },
      outcome: 'unknown',
    },
    { name: 'no provenance was passed', facts: { 'in-toto-statements': none }, outcome: 'unknown' },
    {
      name: 'nothing was released',
      facts: { 'in-toto-statements': none, 'release-artifacts': 'absent' },
      outcome: 'not-applicable',
    },
  ],
};
