// SPDX-License-Identifier: Apache-2.0
import type { KeyAttestation } from '@plumbline/core/signing/key-attestation';
import type { Certificate } from '../../platform/certificates/certificate.ts';
import { attestationRefused } from './attestation-refused.ts';
import type { AttestationRoots } from './attestation-roots.ts';

export type AttestationChain = {
  readonly leaf: Certificate;
  /** In any order. */
  readonly intermediates: readonly Certificate[];
  readonly roots: AttestationRoots;
  /** The certificate of slot f9 of a YubiKey 4, right below the root, is not marked as an authority, and yet signs attestations. */
  readonly deviceNeedNoAuthority: boolean;
};

const lengthMax = 6;

/**
 * Follows the certificates from one of a device up to a root, and gives back that root. Every certificate has to be valid now, and
 * every issuer but perhaps the device's own a marked authority for as many below it as there are: otherwise whoever owns one device
 * could let a key of it vouch for keys elsewhere. Throws `input-invalid`.
 */
export function verifyAttestationChain(chain: AttestationChain): KeyAttestation['root'] {
  let below: Certificate = chain.leaf;
  if (below.uses.isAuthority) throw attestationRefused('what should be about one key is a certificate of an authority');
  for (let depth = 0; depth < lengthMax; depth += 1) {
    assertUsable(below);
    const root = issuerOf(below, chain.roots.certificates);
    const issuer = root ?? issuerOf(below, chain.intermediates);
    if (issuer === null)
      throw attestationRefused(
        `no certificate is there that issued ${nameOf(below)}`,
        'Name the certificates between the device and its root with --attestation-intermediate, all in one file',
      );
    const isOldDevice =
      depth === 0 && chain.deviceNeedNoAuthority && issuerOf(issuer, chain.roots.certificates) !== null;
    if (root !== null || !isOldDevice) assertAuthority(issuer, depth);
    if (root !== null) {
      assertUsable(root);
      return rootOf(root, chain.roots.pinned);
    }
    below = issuer;
  }
  throw attestationRefused(`more than ${lengthMax} certificates stand between it and a root`);
}

function issuerOf({ x509 }: Certificate, among: readonly Certificate[]): Certificate | null {
  return among.find((one) => x509.issuer === one.x509.subject && x509.verify(one.x509.publicKey)) ?? null;
}

function assertUsable(certificate: Certificate): void {
  const { fields, uses } = certificate;
  const now = new Date().toISOString();
  if (now < fields.notBefore || now > fields.notAfter)
    throw attestationRefused(`${nameOf(certificate)} is not valid today`);
  if (uses.notUnderstood.length > 0)
    throw attestationRefused(
      `${nameOf(certificate)} has limits that are not understood (${uses.notUnderstood.join(', ')})`,
    );
}

/** RFC 5280 §6.1.4: k, m, n. `below`: how many issuers stand below this one. */
function assertAuthority(certificate: Certificate, below: number): void {
  const { isAuthority, authoritiesBelowMax, keyUsage } = certificate.uses;
  if (!isAuthority || keyUsage?.signsCertificates === false)
    throw attestationRefused(`${nameOf(certificate)} is no authority, and yet a certificate is signed with it`);
  if (authoritiesBelowMax !== null && below > authoritiesBelowMax)
    throw attestationRefused(`${nameOf(certificate)} does not allow that many certificates below it`);
}

const rootOf = (root: Certificate, pinned: boolean): KeyAttestation['root'] => ({
  subject: nameOf(root),
  sha256: root.x509.fingerprint256.replaceAll(':', '').toLowerCase(),
  pinned,
});

const nameOf = ({ x509 }: Certificate): string => x509.subject.replaceAll('\n', ', ').slice(0, 200);
