// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { messageOf } from '@plumbline/adapters/platform/keys/read-whole';
import { openTimestampAuthorities, type TimestampAuthorities } from '@plumbline/adapters/testing/timestamp-authorities';
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import type { KeySigner } from '@plumbline/core/verification/trust-policy';
import type { Verification } from '@plumbline/engine/verify/verification';
import { verifyArtifact } from '@plumbline/engine/verify/verify-artifact';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';
import { renderBundle } from '@plumbline/formats/sigstore/render-bundle';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requirementOf, unlimited } from './trust.ts';

// RFC 3161: an authority of OpenSSL's stamps a signature of a key, which is revoked later.
let authorities: TimestampAuthorities;
const content = Buffer.from('lantern\n');
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const signature = sign(null, content, privateKey);

/** A trusted root in Sigstore's form that trusts this authority and nothing else. */
function rootOf(name: string): string {
  const certificates = (['leaf', 'root'] as const).map((who) => ({
    rawBytes: new X509Certificate(authorities.pem(name, who)).raw.toString('base64'),
  }));
  const authority = { certChain: { certificates }, validFor: { start: '2020-01-01T00:00:00Z' } };
  return JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [],
    certificateAuthorities: [],
    ctlogs: [],
    timestampAuthorities: [authority],
  });
}

beforeAll(() => {
  authorities = openTimestampAuthorities();
  for (const name of ['ours', 'theirs']) authorities.make(name);
});
afterAll(() => authorities.remove());

function bundleWith(stamp: Buffer | null): Buffer {
  const sha256 = createHash('sha256').update(content).digest();
  const bundle = JSON.parse(renderBundle({ signature, sha256 }, { signer: { keyHint: 'hint' } })) as { verificationMaterial: object };
  const stamps = stamp === null ? [] : [{ signedTimestamp: stamp.toString('base64') }];
  const verificationMaterial = {
    ...bundle.verificationMaterial,
    timestampVerificationData: { rfc3161Timestamps: stamps },
  };
  return Buffer.from(JSON.stringify({ ...bundle, verificationMaterial }));
}

function verify(bundle: Buffer, root: string): Promise<Verification> {
  const signer: KeySigner = {
    kind: 'key',
    name: 'signer',
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    period: { ...unlimited, revokedOn: '2090-01-01T00:00:00Z', revokedBecause: 'rotated' },
    root: { from: 'tsa', text: root },
    logRequired: false,
  };
  const sha256 = createHash('sha256').update(content).digest('hex');
  return verifyArtifact({
    artifact: { name: 'it', sha256, content: messageOf(content) },
    candidates: readSignedFile(bundle, 'bundle'),
    policy: { signers: [signer], requirements: [requirementOf()] },
    asOf: '2095-06-30T23:59:59Z',
    checkSignature,
  });
}

const failures = ({ requirements }: Verification): readonly string[] =>
  requirements.flatMap(({ attempts }) =>
    attempts.flatMap(({ steps }) => steps.flatMap(({ step, outcome }) => (outcome === 'failed' ? [step] : []))),
  );

test('a timestamp proves that a key signed before it was revoked', async () => {
  const verification = await verify(bundleWith(authorities.stamp('ours', signature)), rootOf('ours'));
  expect(failures(verification)).toEqual([]);
  expect(verification).toMatchObject({
    outcome: 'verified',
    requirements: [{ attempts: [{ signedAt: { proof: 'timestamp authority' } }] }],
  });
});

test('without a timestamp the revoked key counts for nothing', async () => {
  const verification = await verify(bundleWith(null), rootOf('ours'));
  expect(verification.outcome).toBe('not-verified');
  expect(failures(verification)).toEqual(['key-period']);
});

test.each<[string, () => Buffer]>([
  ['of an authority that nobody trusts', () => authorities.stamp('theirs', signature)],
  ['of another signature', () => authorities.stamp('ours', Buffer.from('another'))],
  ['that is none', () => Buffer.from('3000', 'hex')],
])('a timestamp %s is refused', async (_, stamp) => {
  const verification = await verify(bundleWith(stamp()), rootOf('ours'));
  expect(verification.outcome).toBe('not-verified');
  expect(['timestamp', 'form']).toContain(failures(verification)[0]);
});
