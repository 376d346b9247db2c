// SPDX-License-Identifier: Apache-2.0
export type SshKeyType =
  | 'ssh-ed25519'
  | 'ssh-rsa'
  | `ecdsa-sha2-nistp${256 | 384 | 521}`
  | 'sk-ssh-ed25519@openssh.com'
  | 'sk-ecdsa-sha2-nistp256@openssh.com';

type SshKeyKind = {
  /** Of its points; null for RSA. */
  readonly curve: 'Ed25519' | 'P-256' | 'P-384' | 'P-521' | null;
  /** It lives in a security key. */
  readonly hardware: boolean;
  /** The algorithms that a signature of it may name, each with its digest; null: Ed25519 has its own. */
  readonly signs: { readonly [algorithm: string]: 'sha256' | 'sha384' | 'sha512' | null };
};

/** The kinds of keys that are read. */
export const sshKeyTypes: { readonly [T in SshKeyType]: SshKeyKind } = {
  'ssh-ed25519': { curve: 'Ed25519', hardware: false, signs: { 'ssh-ed25519': null } },
  'ecdsa-sha2-nistp256': { curve: 'P-256', hardware: false, signs: { 'ecdsa-sha2-nistp256': 'sha256' } },
  'ecdsa-sha2-nistp384': { curve: 'P-384', hardware: false, signs: { 'ecdsa-sha2-nistp384': 'sha384' } },
  'ecdsa-sha2-nistp521': { curve: 'P-521', hardware: false, signs: { 'ecdsa-sha2-nistp521': 'sha512' } },
  // PROTOCOL.sshsig §3.3: an RSA key must not sign with SHA-1, which the algorithm "ssh-rsa" would be.
  'ssh-rsa': { curve: null, hardware: false, signs: { 'rsa-sha2-256': 'sha256', 'rsa-sha2-512': 'sha512' } },
  'sk-ssh-ed25519@openssh.com': { curve: 'Ed25519', hardware: true, signs: { 'sk-ssh-ed25519@openssh.com': null } },
  'sk-ecdsa-sha2-nistp256@openssh.com': {
    curve: 'P-256',
    hardware: true,
    signs: { 'sk-ecdsa-sha2-nistp256@openssh.com': 'sha256' },
  },
};

export type SshPublicKey = {
  readonly type: SshKeyType;
  /** The key in SSH's own encoding: what is compared. */
  readonly blob: Uint8Array;
  /** The key as SubjectPublicKeyInfo in DER, which crypto libraries read. */
  readonly spki: Uint8Array;
  /** The application of a hardware key, `ssh:`; null for others. */
  readonly application: string | null;
};

export const isSshKeyType = (text: string): text is SshKeyType => Object.hasOwn(sshKeyTypes, text);

/** The digest that a signature algorithm of this key takes, null for its own; undefined: no algorithm of this key. */
export function digestOfAlgorithm(type: SshKeyType, algorithm: string): SshKeyKind['signs'][string] | undefined {
  const { signs } = sshKeyTypes[type];
  return Object.hasOwn(signs, algorithm) ? signs[algorithm] : undefined;
}
