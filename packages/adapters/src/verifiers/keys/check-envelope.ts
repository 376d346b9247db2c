// SPDX-License-Identifier: Apache-2.0
import { createPublicKey } from 'node:crypto';
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { KeySigner } from '@plumbline/core/verification/trust-policy';
import type { DsseEnvelope } from '@plumbline/formats/dsse/envelope';
import { preAuthenticationEncoding } from '@plumbline/formats/dsse/pre-authentication-encoding';
import { messageOf } from '../../platform/keys/read-whole.ts';
import { keyIdOf } from '../../platform/keys/key-id.ts';
import { refusedCheck } from '../refused-check.ts';
import { verifyWithKey } from './verify-with-key.ts';

/** Whether one of the envelope's signatures is this key's. Key ids are hints: every signature is tried, whatever it says. */
export async function checkEnvelope(envelope: DsseEnvelope, signer: KeySigner): Promise<SignatureCheck> {
  const key = createPublicKey(signer.publicKey);
  const message = messageOf(preAuthenticationEncoding(envelope.payloadType, envelope.payload));
  const count = envelope.signatures.length;
  for (const [index, { signature }] of envelope.signatures.entries()) {
    if ((await verifyWithKey(key, signature, message)) !== 'valid') continue;
    const which = count === 1 ? 'the signature' : `signature ${index + 1} of ${count}`;
    return {
      outcome: 'valid',
      steps: [{ step: 'signature', outcome: 'passed', because: `${which} of the envelope is of ${signer.name}` }],
      signer: { keyId: keyIdOf(key), issuer: null, subjects: [] },
      signedAt: null,
    };
  }
  return refusedCheck(
    'signature',
    `${count === 1 ? 'the signature' : `none of ${count} signatures`} of the envelope is ${count === 1 ? 'not ' : ''}of ${signer.name}: another key signed it, or it was changed afterwards`,
  );
}
