// SPDX-License-Identifier: Apache-2.0
import { createPublicKey } from 'node:crypto';
import type { Artifact, SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { KeySigner } from '@plumbline/core/verification/trust-policy';
import { keyIdOf } from '../../platform/keys/key-id.ts';
import { refusedCheck, undecidedCheck } from '../refused-check.ts';
import { verifyWithKey } from './verify-with-key.ts';

/** Whether a signature beside a file is this key's over its content. */
export async function checkRawSignature(
  signature: Uint8Array,
  signer: KeySigner,
  { content, sha256 }: Artifact,
): Promise<SignatureCheck> {
  if (content === null) return undecidedCheck('signature', contentNeeded);
  const key = createPublicKey(signer.publicKey);
  const verdict = await verifyWithKey(key, signature, content);
  if (typeof verdict === 'object') return undecidedCheck('signature', verdict.undecided);
  if (verdict === 'invalid')
    return refusedCheck(
      'signature',
      `it is no signature of ${signer.name} over this content: another key made it, or the file is not the one that was signed`,
    );
  return {
    outcome: 'valid',
    steps: [
      { step: 'signature', outcome: 'passed', because: `the signature is of ${signer.name}` },
      { step: 'artifact', outcome: 'passed', because: `it is over this content, sha256:${sha256}` },
    ],
    signer: { keyId: keyIdOf(key), issuer: null, subjects: [] },
    signedAt: null,
  };
}

export const contentNeeded = 'the signature is over the content of the artifact, and only its digest was given';
