// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '@plumbline/adapters/platform/keys/read-whole';
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import type { KeySigner } from '@plumbline/core/verification/trust-policy';
import type { Verification } from '@plumbline/engine/verify/verification';
import { verifyArtifact } from '@plumbline/engine/verify/verify-artifact';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';
import { renderBundle } from '@plumbline/formats/sigstore/render-bundle';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requirementOf, unlimited } from './trust.ts';

// RFC 3161: an authority of OpenSSL's stamps a signature of a key, which is revoked later.
let folder: string;
const openssl = (...args: readonly string[]): void => {
  execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
};
const content = Buffer.from('lantern\n');
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const signature = sign(null, content, privateKey);

const settings = `
[tsa]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
[authority]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[leaf]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;

/** A root, and a certificate that stamps for it. */
function makeAuthority(name: string): void {
  for (const who of ['root', 'leaf'])
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', `${name}-${who}.key`);
  const root = ['-new', '-x509', '-days', '3650', '-subj', `/CN=${name} root`, '-extensions', 'authority'];
  openssl('req', '-config', 'settings', ...root, '-key', `${name}-root.key`, '-out', `${name}-root.pem`);
  openssl('req', '-config', 'settings', '-new', '-subj', `/CN=${name}`, '-key', `${name}-leaf.key`, '-out', 'request');
  const issuer = ['-CA', `${name}-root.pem`, '-CAkey', `${name}-root.key`, '-CAcreateserial'];
  const extensions = ['-extfile', 'settings', '-extensions', 'leaf', '-days', '3650', '-sha256'];
  openssl('x509', '-req', '-in', 'request', ...issuer, ...extensions, '-out', `${name}-leaf.pem`);
}

function stampOf(name: string, bytes: Uint8Array): Buffer {
  writeFileSync(join(folder, 'stamped'), bytes);
  openssl('ts', '-query', '-data', 'stamped', '-sha256', '-cert', '-out', 'query');
  const signer = ['-inkey', `${name}-leaf.key`, '-signer', `${name}-leaf.pem`];
  openssl('ts', '-reply', '-config', 'settings', '-section', 'tsa', '-queryfile', 'query', ...signer, '-out', 'reply');
  return readFileSync(join(folder, 'reply'));
}

/** A trusted root in Sigstore's form that trusts this authority and nothing else. */
function rootOf(name: string): string {
  const certificates = ['leaf', 'root'].map((who) => ({
    rawBytes: new X509Certificate(readFileSync(join(folder, `${name}-${who}.pem`))).raw.toString('base64'),
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
  folder = mkdtempSync(join(tmpdir(), 'plumbline-timestamp-'));
  writeFileSync(join(folder, 'settings'), `[req]\ndistinguished_name = name\n[name]\n${settings}`);
  writeFileSync(join(folder, 'serial'), '01\n');
  for (const name of ['ours', 'theirs']) makeAuthority(name);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
  const verification = await verify(bundleWith(stampOf('ours', signature)), rootOf('ours'));
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
  ['of an authority that nobody trusts', () => stampOf('theirs', signature)],
  ['of another signature', () => stampOf('ours', Buffer.from('another'))],
  ['that is none', () => Buffer.from('3000', 'hex')],
])('a timestamp %s is refused', async (_, stamp) => {
  const verification = await verify(bundleWith(stamp()), rootOf('ours'));
  expect(verification.outcome).toBe('not-verified');
  expect(['timestamp', 'form']).toContain(failures(verification)[0]);
});
