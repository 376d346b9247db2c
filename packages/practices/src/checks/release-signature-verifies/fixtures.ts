// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aProof, releaseArtifacts } from '../../testing/release-artifacts-fixture.ts';

export const fixtures: CheckFixtures = {
  facts: { 'release-artifacts': releaseArtifacts() },
  flip: { kind: 'release-artifacts', at: ['artifacts', 1, 'signatureProof', 'verifies'], to: false },
  also: [
    { name: 'no release', facts: { 'release-artifacts': 'absent' }, outcome: 'not-applicable' },
    {
      name: 'a release without files',
      facts: { 'release-artifacts': { ...releaseArtifacts(), artifacts: [] } },
      outcome: 'not-applicable',
    },
    {
      name: 'nobody tried the second one',
      facts: { 'release-artifacts': releaseArtifacts({}, { signatureProof: null }) },
      outcome: 'unknown',
    },
    {
      name: 'unsigned',
      facts: { 'release-artifacts': releaseArtifacts({ signatures: [], signatureProof: null }) },
      outcome: 'no',
    },
    {
      name: 'unsigned, and verification said so',
      facts: { 'release-artifacts': releaseArtifacts({ signatures: [], signatureProof: aProof({ verifies: false }) }) },
      outcome: 'no',
    },
  ],
};
