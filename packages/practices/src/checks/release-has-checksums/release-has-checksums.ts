// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { everyArtifact } from '../../reports/every-artifact.ts';

// SP 800-218 PS.2.1 example 1: cryptographic hashes for release files.
export const releaseHasChecksums: Check = defineCheck({
  id: 'release-has-checksums',
  question: 'Does every artifact of the newest release have a checksum that is right?',
  scope: 'release',
  needs: ['release-artifacts'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'A list of SHA-256 checksums among the files of the release has each artifact with its own digest, so that an acquirer can compare.',
    doesNotShow: 'Whether the list is safe from whoever could alter the artifacts (release-signed).',
    resolve: 'Gather the newest release with `plumbline release TAG --artifact FILE... --signature SHA256SUMS`.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Write SHA256SUMS over all files of the release in the pipeline that builds them (`plumbline sign --as checksums` also signs it)',
      'Publish it with the release, and gather it: plumbline release TAG --artifact FILE... --signature SHA256SUMS',
    ],
  },
  answer({ 'release-artifacts': item }) {
    return everyArtifact(item, {
      has: ({ checksums, wrongChecksums }) => checksums.length > 0 && wrongChecksums.length === 0,
      what: 'a checksum that is right',
      shownBy: ({ checksums }) => checksums,
      lacks: ({ wrongChecksums: [wrong] }) =>
        wrong === undefined ? 'is in no list of checksums' : `has another digest in ${wrong}`,
    });
  },
});
