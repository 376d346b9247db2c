// SPDX-License-Identifier: Apache-2.0
import { createHash, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type CertificateRequest, issueCertificate, type Issued } from '../../testing/issue-certificate.ts';
import { publishedAttestation } from './fixtures/published-attestation.ts';
import { verifyPivAttestation } from './verify-piv-attestation.ts';
import { yubicoRoots } from './yubico-roots.ts';

test.each(yubicoRoots)('$name is the certificate that Yubico publishes', ({ name, sha256, pem }) => {
  const { raw, subject, issuer } = new X509Certificate(pem);
  expect(createHash('sha256').update(raw).digest('hex')).toBe(sha256);
  expect([subject, issuer]).toEqual([`CN=${name}`, `CN=${name}`]);
});

test('what a real YubiKey attested verifies up to the root of Yubico', () => {
  const { publicKey, ...attestation } = publishedAttestation;
  expect(verifyPivAttestation({ ...attestation, root: null }, publicKey)).toEqual({
    format: 'yubikey-piv',
    root: {
      subject: 'CN=Yubico PIV Root CA Serial 263751',
      sha256: '63ece914e54dd87915f34033c85af4c0696ba1512f8add66ced738331207b546',
      pinned: true,
    },
    serial: '13078782',
    firmware: '5.2.6',
    aaguid: null,
    pinPolicy: 'always',
    touchPolicy: 'always',
  });
});

// Nobody had a YubiKey here. What follows is of the same structure, and attested by nobody.
const hex = (text: string): Uint8Array => Buffer.from(text, 'hex');
const yubico = '1.3.6.1.4.1.41482.3';
const statement = [
  { oid: `${yubico}.3`, value: hex('050704') },
  { oid: `${yubico}.7`, value: hex('02040102 0304'.replace(' ', '')) },
  { oid: `${yubico}.8`, value: hex('0203') },
];
const root = issueCertificate({ name: 'Root', authority: { below: 2 } });
const between = issueCertificate({ name: 'Between', issuer: root, authority: { below: 1 } });
const device = issueCertificate({ name: 'Device', issuer: between, authority: { below: 0 } });
const attested = (issuer: Issued, more: Partial<CertificateRequest> = {}): Issued =>
  issueCertificate({ name: 'Slot 9c', issuer, extensions: statement, ...more });
const key = attested(device);

const pemOf = ({ keys }: Issued): string => keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const verify = (leaf: Issued, chain: readonly Issued[], about: Issued = leaf): object =>
  verifyPivAttestation(
    { certificate: leaf.pem, intermediates: chain.map(({ pem }) => pem).join(''), root: root.pem },
    pemOf(about),
  );

describe('a root that the user names', () => {
  test('through certificates in any order', () => {
    expect(verify(key, [between, device])).toMatchObject({
      root: { subject: 'CN=Root', pinned: false },
      serial: '16909060',
      firmware: '5.7.4',
      pinPolicy: 'once',
      touchPolicy: 'cached',
    });
  });

  test('values in octet strings, as some firmware writes them, are the same values', () => {
    const wrapped = statement.map(({ oid, value }) =>
      oid.endsWith('.7') ? { oid, value } : { oid, value: Buffer.concat([Uint8Array.of(4, value.length), value]) },
    );
    expect(verify(attested(device, { extensions: wrapped }), [between, device])).toMatchObject({
      firmware: '5.7.4',
      touchPolicy: 'cached',
    });
  });

  test('the certificate of a YubiKey 4 is not marked as an authority', () => {
    const old = issueCertificate({ name: 'Device 4', issuer: root });
    expect(verify(attested(old), [old])).toMatchObject({ root: { subject: 'CN=Root' } });
  });
});

describe('refused', () => {
  const other = issueCertificate({ name: 'Root', authority: { below: 2 } });
  const forged = issueCertificate({ name: 'Device', issuer: other, authority: { below: 0 } });
  const plain = issueCertificate({ name: 'Between', issuer: root });
  const underPlain = issueCertificate({ name: 'Device', issuer: plain, authority: { below: 0 } });
  const authority = issueCertificate({ name: 'Deep', issuer: device, authority: { below: null } });
  const outside = attested(key, { name: 'Outside' });
  const bare = issueCertificate({ name: 'Bare', issuer: device, keys: key.keys });
  const underBare = attested(bare);
  const old = issueCertificate({ name: 'Device 4', issuer: root });
  const underOld = issueCertificate({ name: 'Bare', issuer: old });
  const unmarked = issueCertificate({ name: 'Device', issuer: between });
  const limited = [...statement, { oid: '1.2.3.4', value: hex('0500'), critical: true }];
  test.each<readonly [string, () => object, string]>([
    ['another key', () => verify(key, [between, device], outside), 'another key than the one that signs'],
    ['another root of the same name', () => verify(attested(forged), [forged]), 'no certificate is there that issued'],
    ['a certificate between is missing', () => verify(key, [device]), 'no certificate is there that issued CN=Device'],
    ['between stands no authority', () => verify(attested(underPlain), [underPlain, plain]), 'is no authority'],
    ['the device is none, far from the root', () => verify(attested(unmarked), [unmarked, between]), 'is no authority'],
    ['more below than is allowed', () => verify(attested(authority), [authority, device, between]), 'that many'],
    ['an attested key vouches for another', () => verify(outside, [key, device, between]), 'an attestation of a key'],
    ['so does one under another name', () => verify(underBare, [bare, device, between]), 'is no authority'],
    ['so does one of a YubiKey 4', () => verify(attested(underOld), [underOld, old]), 'is no authority'],
    [
      'a limit that is not understood',
      () => verify(attested(device, { extensions: limited }), [between, device]),
      'limits',
    ],
    ['it has run out', () => verify(attested(device, { notAfter: '240101' }), [between, device]), 'not valid today'],
    ['no attestation', () => verify(device, [between]), 'no attestation of a PIV key'],
    ['an authority', () => verify(attested(device, { authority: { below: 0 } }), [between, device]), 'authority'],
  ])('%s', (_, refused, because) => {
    expect(refused).toThrow(because);
  });

  test('what is no certificate', () => {
    const attestation = { certificate: key.pem, intermediates: device.pem + between.pem, root: root.pem };
    const damaged = {
      certificate: '',
      intermediates: 'x',
      root: '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----',
    };
    for (const [name, text] of Object.entries(damaged))
      expect(() => verifyPivAttestation({ ...attestation, [name]: text }, pemOf(key))).toThrow('does not hold');
  });
});
