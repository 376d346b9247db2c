// SPDX-License-Identifier: Apache-2.0
import { concatBytes } from '@noble/hashes/utils.js';
import { derTags } from './der-value.ts';
import { writeDer, writeInteger, writeOid } from './write-der.ts';

export type CurveName = 'P-256' | 'P-384' | 'P-521' | 'Ed25519' | 'Ed448';

/** RFC 5480 §2.1.1.1 and RFC 8410 §3: the family of keys and its curve, or the one algorithm. */
const identifiers: { readonly [N in CurveName]: readonly string[] } = {
  'P-256': ['1.2.840.10045.2.1', '1.2.840.10045.3.1.7'],
  'P-384': ['1.2.840.10045.2.1', '1.3.132.0.34'],
  'P-521': ['1.2.840.10045.2.1', '1.3.132.0.35'],
  Ed25519: ['1.3.101.112'],
  Ed448: ['1.3.101.113'],
};

/** A point of a curve as SubjectPublicKeyInfo (RFC 5280 §4.1) in DER, which crypto libraries read. */
export function spkiOfPoint(curve: CurveName, point: Uint8Array): Uint8Array {
  return publicKeyInfo(identifiers[curve].map(writeOid), point);
}

/** The same for an RSA key (RFC 3279 §2.3.1); both numbers with the most significant byte first. */
export function spkiOfRsa(modulus: Uint8Array, exponent: Uint8Array): Uint8Array {
  const key = writeDer(derTags.sequence, writeInteger(modulus), writeInteger(exponent));
  return publicKeyInfo([writeOid('1.2.840.113549.1.1.1'), writeDer(0x05)], key);
}

function publicKeyInfo(algorithm: readonly Uint8Array[], key: Uint8Array): Uint8Array {
  const bits = writeDer(derTags.bitString, concatBytes(Uint8Array.of(0), key));
  return writeDer(derTags.sequence, writeDer(derTags.sequence, ...algorithm), bits);
}
