// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { releaseArtifacts } from '../../testing/release-artifacts-fixture.ts';

export const fixtures: CheckFixtures = {
  facts: { 'release-artifacts': releaseArtifacts() },
  flip: { kind: 'release-artifacts', at: ['artifacts', 1, 'checksums'], to: [] },
  also: [
    { name: 'no release', facts: { 'release-artifacts': 'absent' }, outcome: 'not-applicable' },
    {
      name: 'a release without files',
      facts: { 'release-artifacts': { ...releaseArtifacts(), artifacts: [] } },
      outcome: 'not-applicable',
    },
    {
      name: 'one list is right and another wrong',
      facts: { 'release-artifacts': releaseArtifacts({}, { wrongChecksums: ['old.sha256'] }) },
      outcome: 'no',
    },
  ],
};
