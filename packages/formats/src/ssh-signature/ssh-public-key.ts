// SPDX-License-Identifier: Apache-2.0
/** The kinds of keys that are read, each with whether it lives in a security key. */
export const sshKeyTypes = {
  'ssh-ed25519': { algorithm: 'ed25519', hardware: false },
  'ecdsa-sha2-nistp256': { algorithm: 'ecdsa-p256', hardware: false },
  'sk-ssh-ed25519@openssh.com': { algorithm: 'ed25519', hardware: true },
  'sk-ecdsa-sha2-nistp256@openssh.com': { algorithm: 'ecdsa-p256', hardware: true },
} as const;

export type SshKeyType = keyof typeof sshKeyTypes;

export type SshPublicKey = {
  readonly type: SshKeyType;
  /** The key in SSH's own encoding: what is compared. */
  readonly blob: Uint8Array;
  /** Ed25519: 32 bytes; P-256: 65, an uncompressed point. */
  readonly point: Uint8Array;
  /** The application of a hardware key, `ssh:`; null for others. */
  readonly application: string | null;
};

export const isSshKeyType = (text: string): text is SshKeyType => Object.hasOwn(sshKeyTypes, text);
