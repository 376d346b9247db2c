// SPDX-License-Identifier: Apache-2.0

/** What a PKCS#11 token says of a private key in it (PKCS#11 v3.0 §4.9). */
export type TokenKeyAttributes = {
  /** The key leaves the token wrapped at most. */
  readonly sensitive: boolean;
  /** It has been so since the key was made. */
  readonly alwaysSensitive: boolean;
  /** The key has never been able to leave the token. */
  readonly neverExtractable: boolean;
  /** The key was made in the token. */
  readonly local: boolean;
  /** The token is a device: it says that signing happens in hardware (CKF_HW). Null: it does not say how it signs. */
  readonly hardware: boolean | null;
};
