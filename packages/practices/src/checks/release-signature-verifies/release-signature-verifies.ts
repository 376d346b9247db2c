// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { everyArtifact } from '../../reports/every-artifact.ts';
import { shortText } from '../../words/short-text.ts';

// An unsigned artifact has no signature that could verify.
export const releaseSignatureVerifies: Check = defineCheck({
  id: 'release-signature-verifies',
  question: 'Do the signatures of all artifacts of the newest release verify against a trust policy?',
  scope: 'release',
  needs: ['release-artifacts'],
  strength: 'tested',
  automation: 'automatic',
  guide: {
    shows:
      'The newest `plumbline verify` of each artifact, by its digest, found a signature by somebody whom the trust policy names.',
    doesNotShow:
      'Whether the trust policy is the one that is published for outsiders, and whether the signing key is kept well.',
    resolve:
      'Verify each artifact of the release: `plumbline verify FILE --trust trust.yaml`, in the project or with --state.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Verify the published release in a job of its own, with nothing but what outsiders have: plumbline verify FILE --trust trust.yaml',
      'Withdraw a release whose signature does not verify',
    ],
    after: ['release-signed'],
  },
  answer({ 'release-artifacts': item }) {
    return everyArtifact(item, {
      has: ({ signatures, signatureProof }) => signatureProof?.verifies ?? (signatures.length === 0 ? false : null),
      what: 'a signature that verifies',
      shownBy: ({ signatureProof }) => (signatureProof === null ? [] : [`verified on ${signatureProof.on}`]),
      lacks: ({ signatureProof, signatures }) => {
        if (signatureProof !== null)
          return `was not verified on ${signatureProof.on}: ${shortText(signatureProof.because)}`;
        return signatures.length === 0 ? 'is not signed' : 'was not verified yet';
      },
      resolve: ({ name }) => `Run plumbline verify ${name} --trust trust.yaml where the release is, in the project`,
    });
  },
});
