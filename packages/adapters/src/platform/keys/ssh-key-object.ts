// SPDX-License-Identifier: Apache-2.0
import { createPublicKey, type KeyObject } from 'node:crypto';
import type { SshPublicKey } from '@plumbline/formats/ssh-signature/ssh-public-key';

/** The key as crypto takes it; null when its point is not on the curve. */
export function sshKeyObject(key: SshPublicKey): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(key.spki), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}
