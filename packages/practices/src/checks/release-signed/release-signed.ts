// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { everyArtifact } from '../../reports/every-artifact.ts';

// SP 800-218 PS.2.1 example 2: code signing that consumers can confirm.
export const releaseSigned: Check = defineCheck({
  id: 'release-signed',
  question: 'Does every published artifact of the release have a signature?',
  scope: 'release',
  needs: ['release-artifacts'],
  strength: 'observed',
  automation: 'not-yet',
  guide: {
    shows: 'Each artifact comes with a signature or a signed bundle.',
    doesNotShow: 'Whether the signature verifies, and whose it is (release-signature-verifies).',
    resolve: 'Read the published files of the release.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Sign every artifact in the pipeline that builds it (cosign, minisign, OpenPGP, the signing of the platform)',
      'Publish the signatures beside the artifacts and say how to verify them',
    ],
  },
  answer({ 'release-artifacts': item }) {
    return everyArtifact(item, { has: ({ signature }) => signature, what: 'a signature' });
  },
});
