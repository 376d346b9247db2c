// SPDX-License-Identifier: Apache-2.0
import { createHash, type KeyObject, verify } from 'node:crypto';
import type { OpenPgpSignature } from '@plumbline/formats/openpgp/openpgp-signature';
import type { SigningScheme } from '@plumbline/formats/openpgp/public-key-algorithms';
import { signedOctets } from '@plumbline/formats/openpgp/signed-octets';
import { signatureValue } from './signature-value.ts';

/** A public key as crypto takes it, with how its signatures are checked. */
export type VerifyingKey = { readonly object: KeyObject; readonly scheme: SigningScheme };

/** Whether a signature is this key's over something. Whether its digest counts is the caller's question. */
export function verifyOctets(
  signature: OpenPgpSignature,
  { object, scheme }: VerifyingKey,
  about: readonly Uint8Array[],
): boolean {
  const { digest } = signature;
  const value = signatureValue(signature, scheme);
  if (value === null) return false;
  const octets = signedOctets(signature, about);
  if (scheme.kind === 'eddsa') return verify(null, createHash(digest.name).update(octets).digest(), object, value);
  return verify(digest.name, octets, { key: object, dsaEncoding: 'ieee-p1363' }, value);
}
