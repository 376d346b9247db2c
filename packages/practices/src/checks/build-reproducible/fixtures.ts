// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { releaseArtifacts } from '../../testing/release-artifacts-fixture.ts';

export const fixtures: CheckFixtures = {
  facts: { 'release-artifacts': releaseArtifacts() },
  flip: { kind: 'release-artifacts', at: ['artifacts', 0, 'rebuiltIdentically'], to: false },
  also: [
    {
      name: 'one artifact was not built again',
      facts: { 'release-artifacts': releaseArtifacts({}, { rebuiltIdentically: null, isolatedBuildOn: null }) },
      outcome: 'unknown',
    },
    { name: 'nothing is published', facts: { 'release-artifacts': 'absent' }, outcome: 'not-applicable' },
  ],
};
