// SPDX-License-Identifier: Apache-2.0

/** Signature types that are understood (RFC 9580 §5.2.1). */
export const signatureType = {
  binary: 0x00,
  /** The first of four: how well somebody looked makes no difference here. */
  certification: 0x10,
  subkeyBinding: 0x18,
  primaryKeyBinding: 0x19,
  directKey: 0x1f,
  keyRevocation: 0x20,
  subkeyRevocation: 0x28,
  certificationRevocation: 0x30,
} as const;

/** By the numbers of RFC 9580 §9.5, with the names that crypto libraries have. Weak ones grant nothing. */
export const openPgpDigests: { readonly [id: number]: OpenPgpDigest } = {
  1: { name: 'md5', weak: true },
  2: { name: 'sha1', weak: true },
  3: { name: 'ripemd160', weak: true },
  8: { name: 'sha256', weak: false },
  9: { name: 'sha384', weak: false },
  10: { name: 'sha512', weak: false },
  11: { name: 'sha224', weak: true },
  12: { name: 'sha3-256', weak: false },
  14: { name: 'sha3-512', weak: false },
};

export type OpenPgpDigest = { readonly name: string; readonly weak: boolean };

/** What a signature says of itself in the part that it signs (RFC 9580 §5.2.3). Times in seconds since the epoch. */
export type SignatureClaims = {
  readonly createdAt: number | null;
  /** Seconds after its creation; null: never. */
  readonly expiresAfter: number | null;
  /** Seconds after the creation of the key that it is about; null: never. */
  readonly keyExpiresAfter: number | null;
  /** Bit 1: may sign; null: not said. */
  readonly keyFlags: number | null;
  readonly revocation: { readonly code: number; readonly text: string } | null;
  /** Of the key that made it, in hexadecimal, where the signed part says so. */
  readonly issuerFingerprint: string | null;
};

/** A signature packet of version 4 or 6, taken apart. */
export type OpenPgpSignature = {
  readonly version: 4 | 6;
  readonly type: number;
  readonly algorithm: number;
  readonly digest: OpenPgpDigest;
  /** Version 6: what is hashed before anything else. Empty for version 4. */
  readonly salt: Uint8Array;
  /** The signed part of the packet, from its version to the end of its hashed subpackets. */
  readonly hashedPart: Uint8Array;
  readonly claims: SignatureClaims;
  /** Key ids (16 digits) and fingerprints of who made it, signed or not: hints. In hexadecimal. */
  readonly issuers: readonly string[];
  /** Signatures within it: what a subkey says of its primary key. */
  readonly embedded: readonly Uint8Array[];
  /** One or two numbers, or the octets of Ed25519 and Ed448. */
  readonly numbers: readonly Uint8Array[];
};
