// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { renderBundle, signatureIn } from './render-bundle.ts';

const signature = Uint8Array.of(1, 2, 3);
const content = { signature, sha256: new Uint8Array(32) };

test('a bundle of a key has a hint and nothing that is empty', () => {
  const bundle: unknown = JSON.parse(renderBundle(content, { signer: { keyHint: 'hint' } }));
  expect(bundle).toMatchObject({ messageSignature: { signature: 'AQID' } });
  expect(bundle).toHaveProperty('verificationMaterial', { publicKey: { hint: 'hint' } });
});

test('a bundle of a certificate has it alone, and timestamps where they are', () => {
  const envelope = {
    payloadType: 'x',
    payload: signature,
    signatures: [{ keyId: null, signature, certificate: null }],
  };
  const proofs = { signer: { certificate: signature }, timestamps: [signature] };
  expect(JSON.parse(renderBundle({ envelope }, proofs))).toEqual({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {
      certificate: { rawBytes: 'AQID' },
      timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp: 'AQID' }] },
    },
    dsseEnvelope: { payloadType: 'x', payload: 'AQID', signatures: [{ sig: 'AQID' }] },
  });
  expect(signatureIn({ envelope })).toBe(signature);
});
