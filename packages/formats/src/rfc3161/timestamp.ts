// SPDX-License-Identifier: Apache-2.0
import type { TimestampDigest } from './digest-oids.ts';

/** The content type of what an authority signs (RFC 3161 §2.4.2, id-ct-TSTInfo). */
export const statedTimeType = '1.2.840.113549.1.9.16.1.4';

/** Bytes by their digest. */
export type DigestedBytes = { readonly algorithm: TimestampDigest; readonly digest: Uint8Array };

/** A timestamp of RFC 3161, taken apart; nothing of it is checked yet. */
export type Timestamp = {
  /** When the stamped bytes were there, an ISO instant of UTC, give or take `accuracyMs`. */
  readonly instant: string;
  readonly accuracyMs: number;
  /** What was stamped. */
  readonly imprint: DigestedBytes;
  /** The nonce of the request, in hexadecimal. */
  readonly nonce: string | null;
  /** Certificates in DER that came with it. */
  readonly certificates: readonly Uint8Array[];
  readonly signature: TimestampSignature;
};

/** How it is signed (RFC 5652 §5.3, RFC 5035). */
export type TimestampSignature = {
  /** The certificate that signed: its issuer's name in DER, and its serial number in hexadecimal. */
  readonly issuer: Uint8Array;
  readonly serialNumber: string;
  /** Digests of the certificate that signed, by which the timestamp is bound to it; SHA-1 in the older form. */
  readonly certificateIds: readonly { readonly algorithm: TimestampDigest | 'sha1'; readonly digest: Uint8Array }[];
  /** What is stated, in DER, and its digest as the signed attributes name it. */
  readonly content: Uint8Array;
  readonly contentDigest: DigestedBytes;
  /** The attributes as they were signed. */
  readonly signedAttributes: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
  readonly value: Uint8Array;
};

export type SignatureAlgorithm =
  | { readonly kind: 'rsa' | 'ecdsa'; readonly digest: TimestampDigest }
  | { readonly kind: 'ed25519' };
