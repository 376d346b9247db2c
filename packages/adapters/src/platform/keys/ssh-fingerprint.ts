// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { SshPublicKey } from '@plumbline/formats/ssh-signature/ssh-public-key';

/** As `ssh-keygen -l` shows the key: `SHA256:` and the digest in base64 without padding. */
export function sshFingerprint({ blob }: Pick<SshPublicKey, 'blob'>): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/u, '')}`;
}
