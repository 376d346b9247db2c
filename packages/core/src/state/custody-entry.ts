// SPDX-License-Identifier: Apache-2.0
import type { KeyCustody } from '../signing/signer.ts';

/** A key that signed something, and where it is kept, as an entry of kind `custody`. */
export type CustodyEntry = {
  readonly schema: 1;
  /** ISO 8601. */
  readonly signedAt: string;
  /** SHA-256 of the SubjectPublicKeyInfo, in hexadecimal. */
  readonly keyId: string;
  readonly algorithm: string;
  readonly custody: KeyCustody;
};
