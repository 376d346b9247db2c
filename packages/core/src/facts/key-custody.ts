// SPDX-License-Identifier: Apache-2.0
import type { KeyCustody } from '../signing/signer.ts';

/** A key that signed, and every place in which it was seen. */
export type SigningKey = {
  /** SHA-256 of the SubjectPublicKeyInfo, in hexadecimal. */
  readonly keyId: string;
  /** Of the last signature, ISO 8601. */
  readonly signedAt: string;
  /** Each once; more than one when a key was seen in several places, or once with more proof than at another time. */
  readonly custodies: readonly KeyCustody[];
};

/** The keys that signed in the window, as signing recorded them. */
export type SigningKeyCustody = {
  readonly windowDays: number;
  /** In the order of their ids. */
  readonly keys: readonly SigningKey[];
  /** Signatures with keys that were made for one signature and thrown away. */
  readonly ephemeral: number;
  /** Records that are not what their name says. */
  readonly broken: readonly string[];
};
