// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeySigner } from '@plumbline/core/verification/trust-policy';
import { inTotoPayloadType } from '@plumbline/formats/dsse/envelope';
import { preAuthenticationEncoding } from '@plumbline/formats/dsse/pre-authentication-encoding';
import type { CandidateContent } from '@plumbline/formats/sigstore/signed-candidate';
import { expect, test } from 'vitest';
import { messageOf } from '../platform/keys/read-whole.ts';
import { checkSignature } from './check-signature.ts';

const content = Buffer.from('lantern');
const artifact = {
  name: 'it',
  sha256: createHash('sha256').update(content).digest('hex'),
  content: messageOf(content),
};
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const plain: KeySigner = {
  kind: 'key',
  name: 'us',
  publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  period: { validFrom: null, validUntil: null, revokedOn: null, revokedBecause: null },
  root: null,
  logRequired: false,
};
const logged: KeySigner = { ...plain, root: { from: 'root.json', text: '' }, logRequired: true };

const payload = Buffer.from('{}');
const overEnvelope = sign(null, preAuthenticationEncoding(inTotoPayloadType, payload), privateKey);
const signatures = [{ keyId: null, signature: overEnvelope, certificate: null }];

test.each<CandidateContent>([
  { kind: 'envelope', envelope: { payloadType: inTotoPayloadType, payload, signatures } },
  { kind: 'raw-signature', signature: sign(null, content, privateKey) },
])('where the policy asks for a log, a good signature in a form without one is none: $kind', async (form) => {
  // The compiler cannot follow the spread of a union.
  const candidate = { ...form, file: 'f', place: 1 } as Parameters<typeof checkSignature>[0];
  expect(await checkSignature(candidate, plain, artifact)).toMatchObject({ outcome: 'valid' });
  expect(await checkSignature(candidate, logged, artifact)).toMatchObject({
    outcome: 'invalid',
    steps: [{ step: 'log', outcome: 'failed' }],
  });
});
