// SPDX-License-Identifier: Apache-2.0
import type { MessageSource } from '../signing/signer.ts';
import type { KeyPeriod } from './trust-policy.ts';
import type { VerificationStep } from './verification-step.ts';

/**
 * What is verified: by its SHA-256 in hexadecimal, and by its SHA-512 where something names it by that alone and the
 * content is at hand. `content` is null when only the digest is known.
 */
export type Artifact = {
  readonly name: string;
  readonly sha256: string;
  readonly sha512?: string;
  readonly content: MessageSource | null;
};

/** Who signed, as the signature proves it. */
export type ProvenSigner = {
  /** SHA-256 of the public key (SubjectPublicKeyInfo), in hexadecimal. */
  readonly keyId: string;
  /** Of a certificate: who vouched for the subject. Null for keys. */
  readonly issuer: string | null;
  /** Of a certificate: its one subject; of an SSH key: the principals that may use it; of an OpenPGP key: its user ids. */
  readonly subjects: readonly string[];
  /** How its own programs call the key: of OpenPGP, the fingerprint of the primary key; of SSH, `SHA256:…`. */
  readonly fingerprint?: string;
};

/** An instant (ISO, UTC) before which the signature was made, and what proves it. */
export type ProvenTime = { readonly instant: string; readonly proof: 'transparency log' | 'timestamp authority' };

/**
 * What cryptography says of one candidate and one trusted signer. `undecided`: a proof that is needed is not in the file, so
 * that neither yes nor no can be said.
 */
export type SignatureCheck = {
  readonly outcome: 'valid' | 'invalid' | 'undecided';
  readonly steps: readonly VerificationStep[];
  readonly signer: ProvenSigner | null;
  readonly signedAt: ProvenTime | null;
  /** When the key counts by a list that the policy names, beside what the policy itself says. */
  readonly period?: KeyPeriod;
  /** When the signature itself says that it was made: an ISO instant that nothing proves. */
  readonly statedAt?: string;
  /** From when on the signature itself says that it counts no more, whenever it was made: an ISO instant. */
  readonly expiresAt?: string;
};
