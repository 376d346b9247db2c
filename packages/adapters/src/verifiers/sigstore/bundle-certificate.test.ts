// SPDX-License-Identifier: Apache-2.0
import { contextTag, derTags } from '@plumbline/formats/der/der-value';
import { writeDer, writeOid } from '@plumbline/formats/der/write-der';
import type { CertificateFields } from '@plumbline/formats/x509/certificate-fields';
import { type CertificateIdentity, certificateIdentity } from '@plumbline/formats/x509/certificate-identity';
import { bundleFromJSON } from '@sigstore/bundle';
import { expect, test } from 'vitest';
import { type CertificateRequest, issueCertificate } from '../../testing/issue-certificate.ts';
import { bundleCertificate, signingFault } from './bundle-certificate.ts';

const [mail, address, host] = [1, 6, 2].map((number) => contextTag(number, 'primitive'));
const issuer = 'https://idp.example';
type Name = readonly [tag: number | undefined, octets: string];

/** The certificate that a bundle holds, with whatever it says. */
function certificateWith(request: Partial<CertificateRequest>): CertificateFields | null {
  const { der } = issueCertificate({ name: 'it', ...request });
  return bundleCertificate(
    bundleFromJSON({
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: { certificate: { rawBytes: der.toString('base64') }, tlogEntries: [] },
      messageSignature: { messageDigest: { algorithm: 'SHA2_256', digest: 'eA==' }, signature: 'eA==' },
    }),
  );
}

/** Of a certificate for these names, octet by octet. */
function identityOf(names: readonly Name[], vouches = issuer): CertificateIdentity | null {
  const written = names.map(([tag = 0, octets]) => writeDer(tag, Buffer.from(octets, 'latin1')));
  const extensions = [
    ...(names.length === 0 ? [] : [{ oid: '2.5.29.17', value: writeDer(derTags.sequence, ...written) }]),
    { oid: '1.3.6.1.4.1.57264.1.1', value: Buffer.from(vouches, 'latin1') },
  ];
  const certificate = certificateWith({ extensions });
  return certificate === null ? null : certificateIdentity(certificate);
}

const purposes = (...oids: readonly string[]) => ({
  oid: '2.5.29.37',
  value: writeDer(derTags.sequence, ...oids.map(writeOid)),
});
const forCode = purposes('1.3.6.1.5.5.7.3.3');
const usage = (bits: number) => ({ oid: '2.5.29.15', value: writeDer(derTags.bitString, Uint8Array.of(0, bits)) });

test.each<[string, Partial<CertificateRequest>, string]>([
  ['for code', { extensions: [forCode, usage(0x80)] }, 'no fault'],
  ['for code and something else', { extensions: [purposes('1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.3')] }, 'no fault'],
  ['for servers', { extensions: [purposes('1.3.6.1.5.5.7.3.1')] }, 'something else than signing code'],
  ['for anything', {}, 'something else than signing code'],
  ['for encryption', { extensions: [forCode, usage(0x20)] }, 'something else than signing code'],
  ['of an authority', { extensions: [forCode], authority: { below: null } }, 'one of an authority'],
  [
    'with a limit that nobody knows',
    { extensions: [forCode, { oid: '1.2.3.4', value: Buffer.of(5, 0), critical: true }] },
    'not understood here (1.2.3.4)',
  ],
])('a certificate %s', (_, request, because) => {
  expect(signingFault(certificateWith(request)) ?? 'no fault').toContain(because);
});

test('the one name of a certificate', () => {
  expect(identityOf([[mail, 'ada@example.com']])).toEqual({ issuer, subject: 'ada@example.com' });
  expect(
    identityOf([
      [address, 'https://example.com/w'],
      [host, 'example.com'],
    ]),
  ).toEqual({
    issuer,
    subject: 'https://example.com/w',
  });
});

test.each<[string, readonly Name[]]>([
  ['no name', []],
  ['a name of another kind', [[host, 'example.com']]],
  [
    'two of one kind',
    [
      [mail, 'mallory@example.com'],
      [mail, 'ada@example.com'],
    ],
  ],
  [
    'two of two kinds',
    [
      [mail, 'mallory@example.com'],
      [address, 'https://example.com/w'],
    ],
  ],
])('nobody in particular: %s', (_, names) => {
  expect(identityOf(names)).toBeNull();
});

test('octets beyond ASCII are never read as ASCII', () => {
  const beyond = Buffer.from(Buffer.from('ada@example.com').map((octet) => octet | 0x80)).toString('latin1');
  expect(identityOf([[mail, beyond]])?.subject).not.toContain('ada');
  expect(identityOf([[mail, 'ada@example.com']], beyond)?.issuer).not.toContain('ada');
});
