// SPDX-License-Identifier: Apache-2.0
import type { KeyAttestation } from './key-attestation.ts';
import type { TokenKeyAttributes } from './token-key-attributes.ts';

/** Where a private key is kept, as far as that can be seen: evidence of its custody. What a device has attested is proof of it. */
export type KeyCustody =
  | { readonly kind: 'file'; readonly encrypted: boolean }
  | {
      readonly kind: 'token';
      readonly label: string;
      readonly manufacturer: string | null;
      readonly model: string | null;
      readonly serial: string | null;
      /** Missing: the token did not say. */
      readonly attributes?: TokenKeyAttributes;
      readonly attestation?: KeyAttestation;
    }
  | {
      readonly kind: 'ssh';
      readonly keyType: string;
      readonly hardware: boolean;
      readonly attestation?: KeyAttestation;
    }
  /**
   * `key`: the service's own name of the key and its version. `protection`: what the service says of where it keeps it. `origin`:
   * what it says of where the key was made; an imported one may exist elsewhere. `exportable`: it may be handed out.
   */
  | {
      readonly kind: 'cloud';
      readonly service: 'aws-kms' | 'google-cloud-kms' | 'azure-key-vault';
      readonly key: string;
      readonly protection: 'hardware' | 'software' | 'external' | null;
      readonly origin?: 'generated' | 'imported' | null;
      readonly exportable?: boolean;
    }
  /** A key that was made for one signature and thrown away; the certificate names who asked for it. */
  | { readonly kind: 'ephemeral'; readonly issuer: string; readonly subject: string };

/** A message that can be read more than once, in parts, each of which holds until the next one is asked for. `size` in bytes; `path` where it is a file, for programs that read it. */
export type MessageSource = {
  readonly size: number;
  readonly open: () => AsyncIterable<Uint8Array>;
  readonly path?: string;
};

/**
 * The port behind which every key signs. `raw`: the signature alone (Ed25519 64 bytes, ECDSA P-256 with SHA-256 in DER), which fits
 * envelopes and bundles. `sshsig`: the armored text of OpenSSH, which stands for itself beside a file.
 */
export type Signer = {
  readonly format: 'raw' | 'sshsig';
  readonly algorithm: 'ed25519' | 'ecdsa-p256-sha256';
  /** SubjectPublicKeyInfo in PEM. */
  readonly publicKey: string;
  /** SHA-256 of the SubjectPublicKeyInfo, in hexadecimal: a hint for those who look for the key. */
  readonly keyId: string;
  readonly custody: KeyCustody;
  /** Throws `input-too-large` where the key needs the whole message at once, `tool-missing` and `signing-failed`. */
  readonly sign: (message: MessageSource) => Promise<Uint8Array>;
};
