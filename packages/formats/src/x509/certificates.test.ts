// SPDX-License-Identifier: Apache-2.0
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64 } from '../base64/decode-base64.ts';
import { type CertificateFields, certificateFields } from './certificate-fields.ts';
import { certificateIdentity } from './certificate-identity.ts';
import { certificateUses } from './certificate-uses.ts';
import { authorityCertificate, mailCertificate, workflowCertificate } from './fixtures.ts';

const bytesOf = (base64: string): Uint8Array => decodeBase64(base64) ?? new Uint8Array();

function fieldsOf(base64: string): CertificateFields {
  const fields = certificateFields(bytesOf(base64));
  if (fields === null) throw new Error('no certificate');
  return fields;
}

test('fields are as OpenSSL prints them', () => {
  const { serialNumber, notBefore, notAfter, subject, issuer, extensions } = fieldsOf(mailCertificate);
  expect({ serialNumber, notBefore, notAfter }).toEqual({
    serialNumber: '80f1',
    notBefore: '2026-11-23T03:35:45.000Z',
    notAfter: '2036-11-20T03:35:45.000Z',
  });
  expect(bytesToHex(subject)).toBe('300f310d300b06035504030c0474657374');
  expect(issuer).toEqual(subject);
  expect(extensions.map(({ oid, critical }) => `${oid}${critical ? '!' : ''}`)).toEqual([
    '2.5.29.15!',
    '2.5.29.37',
    '2.5.29.17!',
    '1.3.6.1.4.1.57264.1.1',
    '1.3.6.1.4.1.57264.1.8',
    '2.5.29.14',
  ]);
});

test('the identity is the one name, and who vouches for it, in the newer form where it is there', () => {
  expect(certificateIdentity(fieldsOf(mailCertificate))).toEqual({
    issuer: 'https://issuer.example',
    subject: 'me@example.com',
  });
  expect(certificateIdentity(fieldsOf(workflowCertificate))).toEqual({
    issuer: 'https://old.example',
    subject: 'https://example.com/workflow',
  });
  expect(certificateIdentity(fieldsOf(authorityCertificate))).toBeNull();
});

test('uses are what the extensions say, and a limit that nobody understands is named', () => {
  expect(certificateUses(fieldsOf(mailCertificate))).toEqual({
    isAuthority: false,
    authoritiesBelowMax: 0,
    keyUsage: { signs: true, signsCertificates: false },
    purposes: { critical: false, oids: ['1.3.6.1.5.5.7.3.3'] },
    notUnderstood: [],
  });
  expect(certificateUses(fieldsOf(authorityCertificate))).toEqual({
    isAuthority: true,
    authoritiesBelowMax: 1,
    keyUsage: { signs: false, signsCertificates: true },
    purposes: { critical: true, oids: ['1.3.6.1.5.5.7.3.8'] },
    notUnderstood: ['2.5.29.30'],
  });
});

test('an extension is critical however true is written', () => {
  const written = bytesToHex(bytesOf(authorityCertificate)).replaceAll('0101ff', '010101');
  const fields = certificateFields(hexToBytes(written));
  expect(fields === null ? null : certificateUses(fields).notUnderstood).toEqual(['2.5.29.30']);
});

test('whatever is changed or cut, it is a certificate or none', () => {
  const whole = bytesOf(mailCertificate);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, octet) => {
      expect(certificateFields(whole.subarray(0, at))).toBeNull();
      const changed = Uint8Array.from(whole);
      changed[at] = octet;
      const fields = certificateFields(changed);
      if (fields === null) return;
      certificateIdentity(fields);
      certificateUses(fields);
    }),
  );
});
