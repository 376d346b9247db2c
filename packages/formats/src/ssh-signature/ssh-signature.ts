// SPDX-License-Identifier: Apache-2.0
import type { SshPublicKey } from './ssh-public-key.ts';

/** What `ssh-keygen -Y sign` writes (OpenSSH PROTOCOL.sshsig), taken apart. */
export type SshSignature = {
  readonly publicKey: SshPublicKey;
  readonly namespace: string;
  readonly hashAlgorithm: 'sha256' | 'sha512';
  /** The algorithm that the signature itself names: it has to be one of its key's. */
  readonly algorithm: string;
  /** What that algorithm hashes with; null for Ed25519. */
  readonly digest: 'sha256' | 'sha384' | 'sha512' | null;
  /** Ed25519: 64 bytes; ECDSA: r and s, of equal lengths; RSA: as long as its modulus. */
  readonly signature: Uint8Array;
  /** What a hardware key adds to what it signs (PROTOCOL.u2f); null for other keys. */
  readonly hardware: { readonly flags: number; readonly counter: number } | null;
};
