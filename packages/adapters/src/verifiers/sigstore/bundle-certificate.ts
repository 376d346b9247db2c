// SPDX-License-Identifier: Apache-2.0
import { type CertificateFields, certificateFields } from '@plumbline/formats/x509/certificate-fields';
import { certificateUses } from '@plumbline/formats/x509/certificate-uses';
import { purposeOids } from '@plumbline/formats/x509/purpose-oids';
import type { Bundle } from '@sigstore/bundle';

/** The certificate whose key signed a bundle; null where there is none that can be read. */
export function bundleCertificate({ verificationMaterial: { content } }: Bundle): CertificateFields | null {
  const certificate =
    content.$case === 'certificate'
      ? content.certificate
      : content.$case === 'x509CertificateChain'
        ? content.x509CertificateChain.certificates[0]
        : undefined;
  return certificate === undefined ? null : certificateFields(certificate.rawBytes);
}

/**
 * What a certificate says against its having signed a bundle; null: nothing (RFC 5280 §4.2 and §4.2.1.12).
 * The library follows it to its authority and does not ask what it is for.
 */
export function signingFault(certificate: CertificateFields | null): string | null {
  if (certificate === null) return 'the certificate cannot be read';
  const { isAuthority, keyUsage, purposes, notUnderstood } = certificateUses(certificate);
  if (isAuthority) return 'the certificate is one of an authority, and not of a signer';
  if (keyUsage?.signs === false || purposes?.oids.includes(purposeOids.codeSigning) !== true)
    return 'the certificate is for something else than signing code';
  return notUnderstood.length === 0
    ? null
    : `the certificate has limits that are not understood here (${notUnderstood.join(', ')})`;
}
