// SPDX-License-Identifier: Apache-2.0
import { concatBytes } from '@noble/hashes/utils.js';
import type { OpenPgpSignature } from './openpgp-signature.ts';

/** What is hashed for a signature: its salt, what it is about, and what it says of itself (RFC 9580 §5.2.4). */
export function signedOctets(signature: SelfDescription, about: readonly Uint8Array[]): Uint8Array {
  return concatBytes(signature.salt, ...about, signatureTrailer(signature));
}

type SelfDescription = Pick<OpenPgpSignature, 'version' | 'salt' | 'hashedPart'>;

/** What is hashed last: what a signature says of itself. */
export function signatureTrailer({ version, hashedPart }: Omit<SelfDescription, 'salt'>): Uint8Array {
  return concatBytes(hashedPart, Uint8Array.of(version, 0xff), uint32(hashedPart.length));
}

/** A key, as signatures about it and its fingerprint hash it (§5.2.4, §5.5.4). */
export function keyOctets({ version, body }: { readonly version: 4 | 6; readonly body: Uint8Array }): Uint8Array {
  const length = uint32(body.length);
  return version === 4
    ? concatBytes(Uint8Array.of(0x99), length.subarray(2), body)
    : concatBytes(Uint8Array.of(0x9b), length, body);
}

/** A user id or attribute, as signatures about it hash it. */
export function userOctets({
  body,
  isAttribute,
}: {
  readonly body: Uint8Array;
  readonly isAttribute: boolean;
}): Uint8Array {
  return concatBytes(Uint8Array.of(isAttribute ? 0xd1 : 0xb4), uint32(body.length), body);
}

const uint32 = (number: number): Uint8Array =>
  Uint8Array.of(number >>> 24, (number >>> 16) & 0xff, (number >>> 8) & 0xff, number & 0xff);
