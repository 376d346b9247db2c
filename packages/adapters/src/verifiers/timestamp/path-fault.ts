// SPDX-License-Identifier: Apache-2.0
import { purposeOids } from '@plumbline/formats/x509/purpose-oids';
import type { Certificate } from '../../platform/certificates/certificate.ts';

const authoritiesMax = 8;
const purposesThatStamp: ReadonlySet<string> = new Set([purposeOids.timeStamping, purposeOids.any]);

/**
 * What keeps a certificate from leading to one that is trusted, at an instant; null when it does (RFC 5280 §6.1, without policies,
 * names and revocation lists: an authority that limits names by a critical extension is not used). `offered` came with the
 * timestamp and is only a way to get there.
 */
export function pathFault(
  certificate: Certificate,
  trusted: readonly Certificate[],
  offered: readonly Certificate[],
  instant: string,
): string | null {
  let current = certificate;
  for (let below = 0; below <= authoritiesMax; below += 1) {
    if (current.uses.notUnderstood.length > 0)
      return `a certificate of it has limits that are not understood here (${current.uses.notUnderstood.join(', ')})`;
    if (trusted.some(({ x509 }) => x509.raw.equals(current.x509.raw))) return null;
    const issuer = [...trusted, ...offered].find((one) => issued(one, current, below));
    if (issuer === undefined) return 'the certificate that signed it does not lead to an authority that is trusted';
    if (instant < issuer.fields.notBefore || instant > issuer.fields.notAfter)
      return `the certificate of its authority had expired on ${instant.slice(0, 10)}, or did not count yet`;
    current = issuer;
  }
  return `more than ${authoritiesMax} authorities stand between it and one that is trusted`;
}

/** `below`: how many authorities stand below this one already. */
function issued(
  { x509, fields, uses }: Certificate,
  { x509: below, fields: of }: Certificate,
  authorities: number,
): boolean {
  const { isAuthority, authoritiesBelowMax, keyUsage, purposes } = uses;
  if (!isAuthority || keyUsage?.signsCertificates === false) return false;
  if (authoritiesBelowMax !== null && authorities > authoritiesBelowMax) return false;
  if (purposes !== null && !purposes.oids.some((oid) => purposesThatStamp.has(oid))) return false;
  return Buffer.compare(fields.subject, of.issuer) === 0 && !x509.raw.equals(below.raw) && below.verify(x509.publicKey);
}
