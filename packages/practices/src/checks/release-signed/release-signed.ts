// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { everyArtifact } from '../../reports/every-artifact.ts';

// SP 800-218 PS.2.1 example 2: code signing that consumers can confirm.
export const releaseSigned: Check = defineCheck({
  id: 'release-signed',
  question: 'Does every artifact of the newest release have a signature?',
  scope: 'release',
  needs: ['release-artifacts'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'A signature, bundle or signed statement among the files of the release is over each artifact, or over a list of checksums that has it.',
    doesNotShow: 'Whether the signature verifies, and whose it is (release-signature-verifies).',
    resolve:
      'Gather the newest release with its signatures: `plumbline release TAG --artifact FILE... --signature FILE...`.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Sign every artifact in the pipeline that builds it (plumbline sign, cosign, minisign, OpenPGP)',
      'Publish the signatures beside the artifacts, say how to verify them, and gather them: plumbline release TAG --signature FILE...',
    ],
  },
  answer({ 'release-artifacts': item }) {
    return everyArtifact(item, {
      has: ({ signatures }) => signatures.length > 0,
      what: 'a signature',
      shownBy: ({ signatures }) => signatures,
    });
  },
});
