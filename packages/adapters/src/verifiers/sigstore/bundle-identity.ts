// SPDX-License-Identifier: Apache-2.0
import { certificateFields } from '@plumbline/formats/x509/certificate-fields';
import { type CertificateIdentity, certificateIdentity } from '@plumbline/formats/x509/certificate-identity';
import type { Bundle } from '@sigstore/bundle';

/**
 * For whom the certificate of a bundle is; null without one, and where it names nobody or several. Read here, as the library takes
 * the first of several names, and takes octets beyond ASCII for the letters that they would be with one bit less.
 */
export function bundleIdentity({ verificationMaterial: { content } }: Bundle): CertificateIdentity | null {
  const certificate =
    content.$case === 'certificate'
      ? content.certificate
      : content.$case === 'x509CertificateChain'
        ? content.x509CertificateChain.certificates[0]
        : undefined;
  const fields = certificate === undefined ? null : certificateFields(certificate.rawBytes);
  return fields === null ? null : certificateIdentity(fields);
}
