// SPDX-License-Identifier: Apache-2.0
/**
 * What signing writes: a Sigstore bundle, a DSSE envelope, a signature alone, a list of checksums with its signature, or a
 * timestamp and no signature.
 */
export const signedForms = ['bundle', 'envelope', 'detached', 'checksums', 'timestamp'] as const;

export type SignedForm = (typeof signedForms)[number];

export type RunSignOptions = {
  readonly statement?: string;
  readonly as: SignedForm;
  readonly key?: string;
  readonly passphraseFile?: string;
  readonly pkcs11Module?: string;
  readonly token?: string;
  readonly keyLabel?: string;
  readonly pinFile?: string;
  readonly sshKey?: string;
  readonly namespace: string;
  readonly kms?: string;
  readonly keyless?: boolean;
  readonly identityTokenFile?: string;
  readonly fulcioUrl?: string;
  readonly rekorUrl?: string;
  readonly rekorVersion: '1' | '2';
  readonly trustedRoot?: string;
  readonly timestampUrl?: string;
  readonly tsaUrl?: string;
  readonly offline?: boolean;
  readonly attestationCertificate?: string;
  readonly attestationIntermediate?: string;
  readonly sshAttestation?: string;
  readonly sshChallenge?: string;
  readonly attestationRoot?: string;
  readonly state?: string;
  readonly output?: string;
  readonly format: 'text' | 'json';
};
