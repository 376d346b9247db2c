// SPDX-License-Identifier: Apache-2.0
import { X509Certificate } from 'node:crypto';
import { type CertificateFields, certificateFields } from '@plumbline/formats/x509/certificate-fields';
import { type CertificateUses, certificateUses } from '@plumbline/formats/x509/certificate-uses';

/** A certificate as Node reads it, with what Node does not tell. */
export type Certificate = {
  readonly x509: X509Certificate;
  readonly fields: CertificateFields;
  readonly uses: CertificateUses;
};

/** A certificate in DER; null for anything else. */
export function readCertificate(der: Uint8Array): Certificate | null {
  const fields = certificateFields(der);
  if (fields === null) return null;
  try {
    return { x509: new X509Certificate(der), fields, uses: certificateUses(fields) };
  } catch {
    return null; // a key or an algorithm that OpenSSL does not know
  }
}

const block = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/gu;

/** All certificates of a text in PEM; null where one of them cannot be read, or there is none. */
export function readCertificates(pem: string): readonly Certificate[] | null {
  const read = [...pem.matchAll(block)].map(([, base64 = '']) => readCertificate(Buffer.from(base64, 'base64')));
  const certificates = read.filter((one) => one !== null);
  return certificates.length === 0 || certificates.length < read.length ? null : certificates;
}
