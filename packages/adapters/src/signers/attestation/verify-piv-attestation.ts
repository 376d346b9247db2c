// SPDX-License-Identifier: Apache-2.0
import { createPublicKey } from 'node:crypto';
import type { KeyAttestation } from '@plumbline/core/signing/key-attestation';
import { readCertificates } from '../../platform/certificates/certificate.ts';
import { keyIdOf } from '../../platform/keys/key-id.ts';
import { attestationRefused } from './attestation-refused.ts';
import { attestationRoots } from './attestation-roots.ts';
import { attestsKey, pivAttestationFields } from './piv-attestation-fields.ts';
import { verifyAttestationChain } from './verify-attestation-chain.ts';

/** All in PEM. `intermediates`: the certificate of slot f9, and any above it. `root`: null for those of Yubico. */
export type PivAttestation = {
  readonly certificate: string;
  readonly intermediates: string;
  readonly root: string | null;
};

/**
 * Verifies what a YubiKey attests of a key in its PIV application: that it was made in the device, which it does of no other, up to
 * a root. `publicKey` (PEM) is the key that signs. Throws `input-invalid`.
 */
export function verifyPivAttestation(attestation: PivAttestation, publicKey: string): KeyAttestation {
  const [leaf, ...more] = readCertificates(attestation.certificate) ?? [];
  const intermediates = readCertificates(attestation.intermediates);
  if (leaf === undefined || more.length > 0) throw attestationRefused('its file does not hold one certificate');
  if (intermediates === null) throw attestationRefused('the certificate of the device cannot be read');
  if (!attestsKey(leaf.fields)) throw attestationRefused('it is no attestation of a PIV key');
  // A key of the device that was attested itself could otherwise vouch for keys that are in no device.
  if (intermediates.some(({ fields }) => attestsKey(fields)))
    throw attestationRefused('an attestation of a key stands in the place of the certificate of the device');
  const roots = attestationRoots(attestation.root, 'piv');
  const root = verifyAttestationChain({ leaf, intermediates, roots, deviceNeedNoAuthority: true });
  if (keyIdOf(leaf.x509.publicKey) !== keyIdOf(createPublicKey(publicKey)))
    throw attestationRefused('it is about another key than the one that signs');
  return { format: 'yubikey-piv', root, aaguid: null, ...pivAttestationFields(leaf.fields) };
}
