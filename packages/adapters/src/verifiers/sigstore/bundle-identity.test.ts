// SPDX-License-Identifier: Apache-2.0
import { contextTag, derTags } from '@plumbline/formats/der/der-value';
import { writeDer } from '@plumbline/formats/der/write-der';
import { bundleFromJSON } from '@sigstore/bundle';
import { expect, test } from 'vitest';
import { issueCertificate } from '../../testing/issue-certificate.ts';
import { bundleIdentity } from './bundle-identity.ts';

const [mail, address, host] = [1, 6, 2].map((number) => contextTag(number, 'primitive'));
const issuer = 'https://idp.example';
type Name = readonly [tag: number | undefined, octets: string];

/** A bundle with a certificate for these names, octet by octet. */
function identityOf(names: readonly Name[], vouches = issuer) {
  const written = names.map(([tag = 0, octets]) => writeDer(tag, Buffer.from(octets, 'latin1')));
  const extensions = [
    ...(names.length === 0 ? [] : [{ oid: '2.5.29.17', value: writeDer(derTags.sequence, ...written) }]),
    { oid: '1.3.6.1.4.1.57264.1.1', value: Buffer.from(vouches, 'latin1') },
  ];
  const { der } = issueCertificate({ name: 'it', extensions });
  const bundle = bundleFromJSON({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { certificate: { rawBytes: der.toString('base64') }, tlogEntries: [] },
    messageSignature: { messageDigest: { algorithm: 'SHA2_256', digest: 'eA==' }, signature: 'eA==' },
  });
  return bundleIdentity(bundle);
}

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
  const beyond = Buffer.from('ada@example.com')
    .map((octet) => octet | 0x80)
    .toString('latin1');
  expect(identityOf([[mail, beyond]])?.subject).not.toContain('ada');
  expect(identityOf([[mail, 'ada@example.com']], beyond)?.issuer).not.toContain('ada');
});
