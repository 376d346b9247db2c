// SPDX-License-Identifier: Apache-2.0
import type { KeySigner } from '@plumbline/core/verification/trust-policy';
import type { JsonObject } from '@plumbline/formats/json/json-value';
import { expect, test } from 'vitest';
import { checkBundle } from './check-bundle.ts';

const mediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const messageSignature = { messageDigest: { algorithm: 'SHA2_256', digest: 'eA==' }, signature: 'eA==' };

const signer: KeySigner = {
  kind: 'key',
  name: 'us',
  publicKey: '',
  period: { validFrom: null, validUntil: null, revokedOn: null, revokedBecause: null },
  root: null,
  logRequired: false,
};

test.each<[string, JsonObject]>([
  ['log entries', { tlogEntries: Array.from({ length: 33 }, () => ({})) }],
  ['timestamps', { timestampVerificationData: { rfc3161Timestamps: Array.from({ length: 33 }, () => ({})) } }],
])('more %s than anybody needs are not compared with each other', async (_, proofs) => {
  const bundle = {
    mediaType,
    verificationMaterial: { publicKey: { hint: 'us' }, ...proofs },
    messageSignature,
  };
  const candidate = { kind: 'bundle', bundle, envelope: null, file: 'f', place: 1 } as const;
  const check = await checkBundle(candidate, signer, { name: 'it', sha256: '', content: null });
  expect(check).toMatchObject({
    outcome: 'invalid',
    steps: [{ step: 'form', because: 'the bundle holds more than 32 log entries or timestamps' }],
  });
});

test('a log that the policy asks for, and that the bundle says nothing of', async () => {
  const bundle = { mediaType, verificationMaterial: { publicKey: { hint: 'us' } }, messageSignature };
  const candidate = { kind: 'bundle', bundle, envelope: null, file: 'f', place: 1 } as const;
  const logged: KeySigner = { ...signer, root: { from: 'root.json', text: '' }, logRequired: true };
  const check = await checkBundle(candidate, logged, { name: 'it', sha256: '78', content: null });
  expect(check).toMatchObject({ outcome: 'invalid', steps: [{ step: 'log', outcome: 'failed' }] });
});
