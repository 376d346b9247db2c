// SPDX-License-Identifier: Apache-2.0
import { type Certificate, readCertificates } from '../../platform/certificates/certificate.ts';
import { attestationRefused } from './attestation-refused.ts';
import { type AttestedUse, yubicoRoots } from './yubico-roots.ts';

export type AttestationRoots = { readonly certificates: readonly Certificate[]; readonly pinned: boolean };

/** The roots that attestations may end at: those in PEM that the user names, else Yubico's. Throws `input-invalid`. */
export function attestationRoots(named: string | null, use: AttestedUse): AttestationRoots {
  const published = yubicoRoots.filter(({ attests }) => attests.includes(use)).map(({ pem }) => pem);
  const certificates = readCertificates(named ?? published.join('\n'));
  if (certificates === null)
    throw attestationRefused('the file of the root holds no certificate, or one that cannot be read');
  return { certificates, pinned: named === null };
}
