// SPDX-License-Identifier: Apache-2.0
import { concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { sshKeyTypes, type SshPublicKey } from './ssh-public-key.ts';

/** What stands before the point in a SubjectPublicKeyInfo (RFC 8410 §4, RFC 5480 §2). */
const prefixes = {
  ed25519: hexToBytes('302a300506032b6570032100'),
  'ecdsa-p256': hexToBytes('3059301306072a8648ce3d020106082a8648ce3d030107034200'),
} as const;

/** The key as SubjectPublicKeyInfo in DER, which crypto libraries read. */
export function spkiOfSshKey({ type, point }: SshPublicKey): Uint8Array {
  return concatBytes(prefixes[sshKeyTypes[type].algorithm], point);
}
