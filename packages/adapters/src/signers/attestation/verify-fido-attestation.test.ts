// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { issueCertificate } from '../../testing/issue-certificate.ts';
import { verifyFidoAttestation } from './verify-fido-attestation.ts';

// Nobody had a security key here: what it would have answered is put together as WebAuthn and OpenSSH have it.
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();
const uint32 = (number: number): Buffer => Buffer.from(number.toString(16).padStart(8, '0'), 'hex');
const wire = (bytes: Uint8Array | string): Buffer =>
  Buffer.concat([uint32(Buffer.from(bytes).length), Buffer.from(bytes)]);
const cborBytes = (bytes: Uint8Array): Buffer =>
  Buffer.concat([
    Uint8Array.of(...(bytes.length < 256 ? [0x58] : [0x59, bytes.length >> 8]), bytes.length & 0xff),
    bytes,
  ]);

const aaguid = Buffer.from('2fc0579f811347eab116bb5a8db9202a', 'hex');
const model = { oid: '1.3.6.1.4.1.45724.1.1.4', value: Buffer.concat([Uint8Array.of(4, 16), aaguid]) };
const root = issueCertificate({ name: 'Root', authority: { below: 0 } });
const device = issueCertificate({
  name: 'Device',
  unit: 'Authenticator Attestation',
  issuer: root,
  extensions: [model],
});
const challenge = Buffer.from('asked of the device');

type Kind = 'ed25519' | 'ecdsa';
const keys = {
  ed25519: generateKeyPairSync('ed25519').publicKey,
  ecdsa: generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey,
};
const coordinates = (key: KeyObject): readonly Buffer[] => {
  const { x = '', y } = key.export({ format: 'jwk' });
  return [x, y].flatMap((one) => (one === undefined ? [] : [Buffer.from(one, 'base64url')]));
};

/** COSE_Key: kty, alg, crv, x and for P-256 y. */
function coseKey(kind: Kind): Buffer {
  const [x = Buffer.alloc(0), y = Buffer.alloc(0)] = coordinates(keys[kind]);
  if (kind === 'ed25519') return Buffer.concat([Buffer.from('a401010327200621', 'hex'), cborBytes(x)]);
  return Buffer.concat([
    Buffer.from('a5010203262001', 'hex'),
    Uint8Array.of(0x21),
    cborBytes(x),
    Uint8Array.of(0x22),
    cborBytes(y),
  ]);
}

function publicLine(kind: Kind, application = 'ssh:'): string {
  const [x = Buffer.alloc(0), y = Buffer.alloc(0)] = coordinates(keys[kind]);
  const type = kind === 'ed25519' ? 'sk-ssh-ed25519@openssh.com' : 'sk-ecdsa-sha2-nistp256@openssh.com';
  const key = kind === 'ed25519' ? [wire(x)] : [wire('nistp256'), wire(Buffer.concat([Uint8Array.of(4), x, y]))];
  return `${type} ${Buffer.concat([wire(type), ...key, wire(application)]).toString('base64')} a comment`;
}

type Changed = { readonly flags?: number; readonly extensions?: string; readonly aaguid?: Buffer };

function authenticatorData(kind: Kind, { flags = 0x41, extensions = '', ...changed }: Changed = {}): Buffer {
  const head = [sha256('ssh:'), Uint8Array.of(flags), uint32(7), changed.aaguid ?? aaguid, Uint8Array.of(0, 3), 'key'];
  return Buffer.concat([...head.map((part) => Buffer.from(part)), coseKey(kind), Buffer.from(extensions, 'hex')]);
}

function attest(data: Buffer, magic = 'ssh-sk-attest-v01', behind = '', by = device): Buffer {
  const signature = sign('sha256', Buffer.concat([data, sha256(challenge)]), by.keys.privateKey);
  const parts = [wire(magic), wire(by.der), wire(signature), wire(cborBytes(data)), uint32(0), wire('')];
  return Buffer.concat([...parts, Buffer.from(behind)]);
}

const given = { challenge, intermediates: null, root: root.pem };
const verify = (attestation: Buffer, line: string, changed: Partial<typeof given> = {}): object =>
  verifyFidoAttestation({ ...given, attestation, ...changed }, line);

test.each<Kind>(['ed25519', 'ecdsa'])('what a security key attests of its key verifies: %s', (kind) => {
  expect(verify(attest(authenticatorData(kind)), publicLine(kind))).toMatchObject({
    format: 'fido-packed',
    root: { subject: 'CN=Root', pinned: false },
    aaguid: '2fc0579f-8113-47ea-b116-bb5a8db9202a',
  });
});

test('extensions may follow the key', () => {
  const data = authenticatorData('ed25519', { flags: 0xc1, extensions: 'a16b6372656450726f7465637402' });
  expect(verify(attest(data), publicLine('ed25519'))).toMatchObject({ format: 'fido-packed' });
});

describe('refused', () => {
  const good = attest(authenticatorData('ed25519'));
  const line = publicLine('ed25519');
  const slot = issueCertificate({ name: 'YubiKey PIV Attestation 9a', issuer: root });
  const other = issueCertificate({ name: 'Root', authority: { below: 0 } }).pem;
  const damaged = Buffer.from(good);
  damaged[damaged.length - 40] = (damaged[damaged.length - 40] ?? 0) ^ 1;
  test.each<readonly [string, () => object, string]>([
    ['another challenge', () => verify(good, line, { challenge: Buffer.from('x') }), 'this challenge'],
    ['a changed byte', () => verify(damaged, line), 'this challenge'],
    ['another root', () => verify(good, line, { root: other }), 'no certificate is there that issued'],
    [
      'the root of nobody but Yubico',
      () => verifyFidoAttestation({ ...given, attestation: good, root: null }, line),
      'issued',
    ],
    ['another key', () => verify(attest(authenticatorData('ecdsa')), line), 'another key'],
    ['another application', () => verify(good, publicLine('ed25519', 'ssh:other')), 'another application'],
    ['a key of no security key', () => verify(good, 'ssh-ed25519 AAAA'), 'none of a security key'],
    ['a key that may be copied', () => verify(attest(authenticatorData('ed25519', { flags: 0x49 })), line), 'copied'],
    ['nobody was there', () => verify(attest(authenticatorData('ed25519', { flags: 0x40 })), line), 'nobody'],
    ['no credential', () => verify(attest(authenticatorData('ed25519', { flags: 0x01 })), line), 'cannot be read'],
    [
      'extensions that are not announced',
      () => verify(attest(authenticatorData('ed25519', { extensions: 'a0' })), line),
      'read',
    ],
    ['another model', () => verify(attest(authenticatorData('ed25519', { aaguid: Buffer.alloc(16) })), line), 'model'],
    [
      'a key of another part of the device',
      () => verify(attest(authenticatorData('ed25519'), undefined, '', slot), line),
      'not one for',
    ],
    ['the older form', () => verify(attest(authenticatorData('ed25519'), 'ssh-sk-attest-v00'), line), 'v01'],
    [
      'something behind it',
      () => verify(attest(authenticatorData('ed25519'), undefined, 'x'), line),
      'follows its end',
    ],
  ])('%s', (_, refused, because) => {
    expect(refused).toThrow(because);
  });

  test('every truncation', () => {
    for (let length = 0; length < good.length; length += 1)
      expect(() => verify(good.subarray(0, length), line)).toThrow('does not hold');
  });
});
