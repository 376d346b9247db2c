// SPDX-License-Identifier: Apache-2.0
import type { OpenPgpSignature } from '@plumbline/formats/openpgp/openpgp-signature';
import type { SigningScheme } from '@plumbline/formats/openpgp/public-key-algorithms';

/** Salts of version 6 by digest (RFC 9580 §9.5): another length is no signature. */
const saltOctets: { readonly [digest: string]: number } = {
  sha256: 16,
  sha384: 24,
  sha512: 32,
  'sha3-256': 16,
  'sha3-512': 32,
};

/** Which algorithms of signatures each kind of key makes (RFC 9580 §9.1): the key decides, not the signature. */
const algorithmsOf: { readonly [K in SigningScheme['kind']]: readonly number[] } = {
  rsa: [1, 3],
  ecdsa: [19],
  eddsa: [22, 27, 28],
};

/** The signature as crypto takes it; null when it cannot be one of such a key. Numbers lose their leading zeros in OpenPGP. */
export function signatureValue(
  { version, algorithm, digest, salt, numbers }: OpenPgpSignature,
  { kind, size }: SigningScheme,
): Uint8Array | null {
  if (version === 6 && salt.length !== saltOctets[digest.name]) return null;
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
