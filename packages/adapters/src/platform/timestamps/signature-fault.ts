// SPDX-License-Identifier: Apache-2.0
import { createHash, type KeyObject, verify } from 'node:crypto';
import type { Timestamp, TimestampSignature } from '@plumbline/formats/rfc3161/timestamp';
import { purposeOids } from '@plumbline/formats/x509/purpose-oids';
import type { Certificate } from '../certificates/certificate.ts';

const rsaBitsMin = 2048;

/** Whether it is this certificate that the timestamp names as its signer's. */
export const isSignedBy = ({ signature }: Timestamp, { fields }: Certificate): boolean =>
  signature.serialNumber === fields.serialNumber && Buffer.compare(signature.issuer, fields.issuer) === 0;

/** What keeps this certificate from having made the timestamp; null when it did. Whether the certificate is trusted is asked elsewhere. */
export function signatureFault({ instant, signature }: Timestamp, { x509, fields, uses }: Certificate): string | null {
  // RFC 3161 §2.3: this one purpose, and critical, so that nothing else that the key signs can pass for a timestamp.
  const { purposes } = uses;
  if (
    purposes === null ||
    !purposes.critical ||
    purposes.oids.length !== 1 ||
    purposes.oids[0] !== purposeOids.timeStamping
  )
    return 'the certificate that signed it is not for timestamps alone';
  if (uses.keyUsage?.signs === false) return 'the certificate that signed it is not for signatures';
  if (instant < fields.notBefore || instant > fields.notAfter)
    return `the certificate that signed it counted from ${fields.notBefore.slice(0, 10)} to ${fields.notAfter.slice(0, 10)}, and the time is ${instant}`;
  if (!isBound(signature, x509.raw)) return 'it is not bound to the certificate that signed it';
  if (!isDigest(signature.contentDigest, signature.content)) return 'the time in it is not the one that was signed';
  return isGood(signature, x509.publicKey) ? null : 'its signature is not good';
}

/** RFC 5816: the signed attributes name the certificate by its digest. All ids that are there have to be of it. */
const isBound = ({ certificateIds }: TimestampSignature, raw: Buffer): boolean =>
  certificateIds.length > 0 && certificateIds.every((id) => isDigest(id, raw));

const isDigest = (
  { algorithm, digest }: { readonly algorithm: string; readonly digest: Uint8Array },
  bytes: Uint8Array,
): boolean => createHash(algorithm).update(bytes).digest().equals(digest);

const keyTypes = { rsa: 'rsa', ecdsa: 'ec', ed25519: 'ed25519' } as const;

/** The algorithm that is named has to be one of the key's. */
function isGood({ algorithm, signedAttributes, value }: TimestampSignature, key: KeyObject): boolean {
  if (key.asymmetricKeyType !== keyTypes[algorithm.kind]) return false;
  if (algorithm.kind === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) < rsaBitsMin) return false;
  return verify(algorithm.kind === 'ed25519' ? null : algorithm.digest, signedAttributes, key, value);
}
