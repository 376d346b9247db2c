// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { everyArtifact } from '../../reports/every-artifact.ts';

// An unsigned artifact has no signature that could verify.
export const releaseSignatureVerifies: Check = defineCheck({
  id: 'release-signature-verifies',
  question: 'Do the signatures of all artifacts verify as an outsider would verify them?',
  scope: 'release',
  needs: ['release-artifacts'],
  strength: 'tested',
  automation: 'not-yet',
  guide: {
    shows:
      'The published signatures were tried against the published artifacts and the published identity, and all verify.',
    doesNotShow: 'Whether the signing key is kept well.',
    resolve: 'Verify the release as the published guide says.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Verify the published release in a job of its own, with nothing but what outsiders have',
      'Withdraw a release whose signature does not verify',
    ],
  },
  answer({ 'release-artifacts': item }) {
    return everyArtifact(item, {
      has: ({ signature, signatureVerifies }) => (signature ? signatureVerifies : false),
      what: 'a signature that verifies',
    });
  },
});
