// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { everyArtifact } from '../../reports/every-artifact.ts';

// SP 800-218 PS.2.1 example 1: cryptographic hashes for release files.
export const releaseHasChecksums: Check = defineCheck({
  id: 'release-has-checksums',
  question: 'Does every published artifact of the release have a checksum?',
  scope: 'release',
  needs: ['release-artifacts'],
  strength: 'observed',
  automation: 'not-yet',
  guide: {
    shows: 'An acquirer can compare what was downloaded with a published digest.',
    doesNotShow: 'Whether the checksums are right, or safe from whoever could alter the artifacts.',
    resolve: 'Read the published files of the release.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Publish SHA256SUMS over all files of the release from the pipeline that builds them',
      'Publish it where the artifacts themselves are not kept, or sign it',
    ],
  },
  answer({ 'release-artifacts': item }) {
    return everyArtifact(item, { has: ({ checksum }) => checksum, what: 'a checksum' });
  },
});
