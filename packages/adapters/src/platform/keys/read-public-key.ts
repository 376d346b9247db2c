// SPDX-License-Identifier: Apache-2.0
import { createPublicKey, type KeyObject } from 'node:crypto';

/** A SubjectPublicKeyInfo in PEM or DER; null for what is none, a point that is not on its curve, or a kind that OpenSSL does not know. */
export function readPublicKey(bytes: Uint8Array): KeyObject | null {
  try {
    const text = Buffer.from(bytes).toString('latin1');
    return createPublicKey(
      text.startsWith('-----BEGIN') ? text : { key: Buffer.from(bytes), format: 'der', type: 'spki' },
    );
  } catch {
    return null;
  }
}
