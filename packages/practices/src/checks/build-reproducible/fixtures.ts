// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aRelease } from '../../testing/fixture-releases.ts';

export const fixtures: CheckFixtures = {
  facts: { 'release-artifacts': aRelease() },
  flip: { kind: 'release-artifacts', at: ['rebuiltIdentically'], to: false },
  also: [
    {
      name: 'nobody tried',
      facts: { 'release-artifacts': aRelease({}, { rebuiltIdentically: null }) },
      outcome: 'unknown',
    },
    { name: 'nothing is published', facts: { 'release-artifacts': 'absent' }, outcome: 'not-applicable' },
  ],
};
