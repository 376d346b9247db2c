// SPDX-License-Identifier: Apache-2.0
import { type OpenPgpSignature, signatureType } from '@plumbline/formats/openpgp/openpgp-signature';
import type { OpenPgpKey } from '@plumbline/formats/openpgp/parse-key-packet';
import { readPublicKey } from '../../platform/keys/read-public-key.ts';
import { type VerifyingKey, verifyOctets } from './verify-octets.ts';

/** The key as crypto takes it; a text says why there is none. */
export function verifyingKey({ signing }: OpenPgpKey): VerifyingKey | string {
  if (typeof signing === 'string') return signing;
  const object = readPublicKey(signing.spki);
  return object === null ? 'a key that is no point of its curve' : { object, scheme: signing.scheme };
}

type Asked = {
  readonly signatures: readonly OpenPgpSignature[];
  readonly types: readonly number[];
  readonly of: OpenPgpKey;
  readonly key: VerifyingKey;
  readonly about: readonly Uint8Array[];
};

/** Those signatures of some types that the key made about something, whatever their digest. The number that is tried is bounded. */
export function ownSignatures({ signatures, types, of, key, about }: Asked): readonly OpenPgpSignature[] {
  return signatures
    .filter((signature) => types.includes(signature.type) && mayBeOf(signature, of))
    .slice(0, triedMax)
    .filter((signature) => verifyOctets(signature, key, about));
}

const triedMax = 256;

/**
 * Whether a signature does not say that another key made it. Key ids are hints that save work; a fingerprint in the signed part
 * is a statement. Keys sign in their own version (RFC 9580 §5.2).
 */
export function mayBeOf(
  { version, issuers, claims: { issuerFingerprint } }: OpenPgpSignature,
  { version: keyVersion, keyId, fingerprint }: Pick<OpenPgpKey, 'version' | 'keyId' | 'fingerprint'>,
): boolean {
  if (version !== keyVersion) return false;
  if (issuerFingerprint !== null && issuerFingerprint !== fingerprint) return false;
  return issuers.length === 0 || issuers.some((issuer) => issuer === keyId || issuer === fingerprint);
}

/** The newest that grants something: weak digests grant nothing (RFC 9580 §9.5), though a revocation by one counts. */
export function newest(signatures: readonly OpenPgpSignature[]): OpenPgpSignature | null {
  const strong = signatures.filter(({ digest, claims }) => !digest.weak && claims.createdAt !== null);
  return strong.sort((a, b) => Number(b.claims.createdAt) - Number(a.claims.createdAt))[0] ?? null;
}

export const certificationTypes: readonly number[] = [0, 1, 2, 3].map((level) => signatureType.certification + level);
