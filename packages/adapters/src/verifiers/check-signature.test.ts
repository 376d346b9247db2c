// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { KeySigner, SshSigner } from '@plumbline/core/verification/trust-policy';
import type { DsseEnvelope, DsseSignature } from '@plumbline/formats/dsse/envelope';
import { preAuthenticationEncoding } from '@plumbline/formats/dsse/pre-authentication-encoding';
import { encodeBase64 } from '@plumbline/formats/base64/encode-base64';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';
import type { CandidateContent } from '@plumbline/formats/sigstore/signed-candidate';
import { hardwareSignedData, sshSignedData } from '@plumbline/formats/ssh-signature/signed-data';
import { expect, test } from 'vitest';
import { messageOf } from '../platform/keys/read-whole.ts';
import { checkSignature } from './check-signature.ts';

const content = Buffer.from('lantern');
const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest();
const artifact = { name: 'it', sha256: sha256(content).toString('hex'), content: messageOf(content) };
const period = { validFrom: null, validUntil: null, revokedOn: null, revokedBecause: null };
const payload = Buffer.from('{}');
const payloadType = 'application/vnd.in-toto+json';

const ed25519 = generateKeyPairSync('ed25519');
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const keySigner = (key: KeyObject): KeySigner => ({
  kind: 'key',
  name: 'us',
  publicKey: key.export({ type: 'spki', format: 'pem' }).toString(),
  period,
  root: null,
  logRequired: false,
});

function signature(key: KeyObject, keyId: string, type: string = payloadType): DsseSignature {
  const hash = key.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  return { keyId, signature: sign(hash, preAuthenticationEncoding(type, payload), key), certificate: null };
}

async function outcome(held: CandidateContent, signer: KeySigner | SshSigner): Promise<string> {
  // The compiler cannot follow the spread of a union.
  const candidate = { ...held, file: 'f', place: 1 } as Parameters<typeof checkSignature>[0];
  return (await checkSignature(candidate, signer, artifact)).outcome;
}

const envelope = (...signatures: readonly DsseSignature[]): CandidateContent => {
  const made: DsseEnvelope = { payloadType, payload, signatures };
  return { kind: 'envelope', envelope: made };
};

test('a key id is a hint: it neither helps a wrong signature nor hurts a right one', async () => {
  const right = keySigner(p256.publicKey);
  const keyId = sha256(p256.publicKey.export({ type: 'spki', format: 'der' })).toString('hex');
  expect(await outcome(envelope(signature(ed25519.privateKey, keyId)), right)).toBe('invalid');
  expect(await outcome(envelope(signature(p256.privateKey, 'somebody else')), right)).toBe('valid');
  const several = envelope(signature(ed25519.privateKey, keyId), signature(p256.privateKey, ''));
  expect(await outcome(several, right)).toBe('valid');
});

test('a signature made for another payload type is none', async () => {
  const other = envelope(signature(p256.privateKey, '', 'application/json'));
  expect(await outcome(other, keySigner(p256.publicKey))).toBe('invalid');
});

test('the key decides the algorithm: its public part is no secret to authenticate with', async () => {
  const pem = p256.publicKey.export({ type: 'spki', format: 'pem' });
  const mac = createHash('sha256').update(pem).update(preAuthenticationEncoding(payloadType, payload)).digest();
  for (const key of [p256.publicKey, ed25519.publicKey])
    for (const bytes of [mac, Buffer.alloc(64), Buffer.alloc(72), Buffer.from('3006020100020100', 'hex')])
      expect(await outcome(envelope({ keyId: null, signature: bytes, certificate: null }), keySigner(key))).toBe(
        'invalid',
      );
});

test('a plain signature over the payload, without the type, is none', async () => {
  const bare = { keyId: null, signature: sign('sha256', payload, p256.privateKey), certificate: null };
  expect(await outcome(envelope(bare), keySigner(p256.publicKey))).toBe('invalid');
});

test('what a signer does not make is said to be that', async () => {
  const [candidate] = readSignedFile(Buffer.alloc(64, 1), 'f');
  const signer: SshSigner = { kind: 'ssh', name: 'us', allowedSigners: '', principal: '**', namespace: 'file', period };
  if (candidate === undefined) throw new Error('nothing was read');
  expect(await checkSignature(candidate, signer, artifact)).toMatchObject({
    outcome: 'invalid',
    steps: [{ step: 'form' }],
  });
});

const wire = (...parts: readonly (Uint8Array | string)[]): Buffer =>
  Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );

/** What a security key makes, made in software: PROTOCOL.u2f and PROTOCOL.sshsig of OpenSSH. */
function securityKeySignature(flags: number): { readonly armored: Buffer; readonly line: string } {
  const type = 'sk-ssh-ed25519@openssh.com';
  const point = ed25519.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  const blob = wire(type, point, 'ssh:');
  const data = sshSignedData({ namespace: 'file', hashAlgorithm: 'sha256' }, sha256(content));
  const signed = sign(
    null,
    hardwareSignedData(sha256('ssh:'), { flags, counter: 7 }, sha256(data)),
    ed25519.privateKey,
  );
  const inner = Buffer.concat([wire(type, signed), Buffer.of(flags, 0, 0, 0, 7)]);
  const version = Buffer.of(0, 0, 0, 1);
  const whole = Buffer.concat([Buffer.from('SSHSIG'), version, wire(blob, 'file', '', 'sha256', inner)]);
  const lines = encodeBase64(whole).replaceAll(/.{70}/gu, '$&\n');
  const armored = Buffer.from(`-----BEGIN SSH SIGNATURE-----\n${lines}\n-----END SSH SIGNATURE-----\n`);
  return { armored, line: `me@example.com ${type} ${encodeBase64(blob)}` };
}

test('a security key is believed when it was touched', async () => {
  for (const [flags, expected] of [
    [1, 'valid'],
    [5, 'valid'],
    [0, 'invalid'],
    [4, 'invalid'],
  ] as const) {
    const { armored, line } = securityKeySignature(flags);
    const [candidate] = readSignedFile(armored, 'f');
    if (candidate === undefined) throw new Error('nothing was read');
    const signer: SshSigner = {
      kind: 'ssh',
      name: 'us',
      allowedSigners: line,
      principal: '**',
      namespace: 'file',
      period,
    };
    expect((await checkSignature(candidate, signer, artifact)).outcome).toBe(expected);
  }
});
