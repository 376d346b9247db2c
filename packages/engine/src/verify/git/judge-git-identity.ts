// SPDX-License-Identifier: Apache-2.0
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { GitSigner } from '@plumbline/core/verification/trust-policy';
import type { VerificationStep } from '@plumbline/core/verification/verification-step';
import { judgeIdentity } from '../judge-identity.ts';

/** Whether who signed is who the policy trusts. The keys of OpenPGP are named one by one, so that having signed is being trusted. */
export function judgeGitIdentity(signer: GitSigner, check: SignatureCheck): readonly VerificationStep[] {
  if (signer.kind !== 'openpgp') return judgeIdentity(signer, check);
  const users = check.signer?.subjects.join(', ') ?? '';
  const because = users === '' ? `a key of ${signer.name}` : `signed by ${users}`;
  return [{ step: 'identity', outcome: 'passed', because }];
}
