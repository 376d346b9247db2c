// SPDX-License-Identifier: Apache-2.0
import { createHash, type KeyObject } from 'node:crypto';

const known = new WeakMap<KeyObject, string>();

/** SHA-256 of the SubjectPublicKeyInfo, in hexadecimal. */
export function keyIdOf(key: KeyObject): string {
  const id =
    known.get(key) ??
    createHash('sha256')
      .update(key.export({ type: 'spki', format: 'der' }))
      .digest('hex');
  known.set(key, id);
  return id;
}
