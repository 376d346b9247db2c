// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { releaseHasChecksums } from '../../checks/release-has-checksums/release-has-checksums.ts';
import { releaseSigned } from '../../checks/release-signed/release-signed.ts';
import { releaseTagsSigned } from '../../checks/release-tags-signed/release-tags-signed.ts';
import { releaseTagSignaturesVerify } from '../../checks/release-tag-signatures-verify/release-tag-signatures-verify.ts';
import { releaseSignatureVerifies } from '../../checks/release-signature-verifies/release-signature-verifies.ts';
import { signingKeysInHardware } from '../../checks/signing-keys-in-hardware/signing-keys-in-hardware.ts';
import { verificationGuidePublished } from '../../checks/verification-guide-published/verification-guide-published.ts';

export const ps21ReleaseIntegrity: TaskProcedure = defineTask({
  id: 'PS.2.1',
  scope: ['release'],
  checks: [
    releaseHasChecksums,
    releaseSigned,
    releaseTagsSigned,
    releaseTagSignaturesVerify,
    releaseSignatureVerifies,
    verificationGuidePublished,
    signingKeysInHardware,
  ],
  note: 'Presence, verification and the guide for outsiders are judged apart; the strongest evidence is to follow the published guide as an outsider. The last ten release tags count; tags that move or mark branches do not. Whether the signature of the newest tag verifies, and where the signing keys are kept (example 3: protection), is asked by the high profile alone.',
});
