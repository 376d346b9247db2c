// SPDX-License-Identifier: Apache-2.0
import { createHash, type KeyObject, verify } from 'node:crypto';
import type { OpenPgpSignature } from '@plumbline/formats/openpgp/openpgp-signature';
import type { SigningScheme } from '@plumbline/formats/openpgp/public-key-algorithms';
import { signedOctets } from '@plumbline/formats/openpgp/signed-octets';

/** A public key as crypto takes it, with how its signatures are checked. */
export type VerifyingKey = { readonly object: KeyObject; readonly scheme: SigningScheme };

/** Salts of version 6 by digest (RFC 9580 §9.5): another length is no signature. */
const saltOctets: { readonly [digest: string]: number } = {
  sha256: 16,
  sha384: 24,
  sha512: 32,
  'sha3-256': 16,
  'sha3-512': 32,
};

/** Whether a signature is this key's over something. Whether its digest counts is the caller's question. */
export function verifyOctets(
  signature: OpenPgpSignature,
  { object, scheme }: VerifyingKey,
  about: readonly Uint8Array[],
): boolean {
  const { digest, version, salt } = signature;
  if (version === 6 && salt.length !== saltOctets[digest.name]) return false;
  const value = valueOf(signature, scheme);
  if (value === null) return false;
  const octets = signedOctets(signature, about);
  if (scheme.kind === 'eddsa') return verify(null, createHash(digest.name).update(octets).digest(), object, value);
  return verify(digest.name, octets, { key: object, dsaEncoding: 'ieee-p1363' }, value);
}

/** Which algorithms of signatures each kind of key makes (RFC 9580 §9.1): the key decides, not the signature. */
const algorithmsOf: { readonly [K in SigningScheme['kind']]: readonly number[] } = {
  rsa: [1, 3],
  ecdsa: [19],
  eddsa: [22, 27, 28],
};

/** The signature as crypto takes it; null when it cannot be one of such a key. Numbers lose their leading zeros in OpenPGP. */
function valueOf({ algorithm, numbers }: OpenPgpSignature, { kind, size }: SigningScheme): Uint8Array | null {
  const [first, second] = numbers;
  if (!algorithmsOf[kind].includes(algorithm) || first === undefined) return null;
  if (kind === 'rsa') return padded([first], size);
  if (second !== undefined) return padded([first, second], size);
  return first.length === 2 * size ? first : null;
}

function padded(numbers: readonly Uint8Array[], size: number): Uint8Array | null {
  if (numbers.some(({ length }) => length > size)) return null;
  const out = new Uint8Array(numbers.length * size);
  for (const [index, number] of numbers.entries()) out.set(number, (index + 1) * size - number.length);
  return out;
}
