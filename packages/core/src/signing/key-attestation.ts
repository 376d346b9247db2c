// SPDX-License-Identifier: Apache-2.0

/**
 * What a device's maker vouches for, verified up to a root: that the signing key was made in the device and cannot leave it.
 * Everything but `root` is what the attestation says.
 */
export type KeyAttestation = {
  readonly format: 'yubikey-piv' | 'fido-packed';
  /** The root that the chain of certificates ends at. `pinned`: this version brings it; else the user named it. */
  readonly root: { readonly subject: string; readonly sha256: string; readonly pinned: boolean };
  /** Of the device, where its attestation has them. */
  readonly serial: string | null;
  readonly firmware: string | null;
  /** The model, as FIDO names it: a UUID. */
  readonly aaguid: string | null;
  readonly pinPolicy: 'never' | 'once' | 'always' | 'match-once' | 'match-always' | null;
  readonly touchPolicy: 'never' | 'always' | 'cached' | null;
};
