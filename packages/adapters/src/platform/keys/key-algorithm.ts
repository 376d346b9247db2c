// SPDX-License-Identifier: Apache-2.0
import type { KeyObject } from 'node:crypto';
import type { Signer } from '@plumbline/core/signing/signer';

/** What a key signs with; null for keys that are not supported. The key decides, never the message. */
export function keyAlgorithm(key: KeyObject): Signer['algorithm'] | null {
  if (key.asymmetricKeyType === 'ed25519') return 'ed25519';
  const isP256 = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  return isP256 ? 'ecdsa-p256-sha256' : null;
}
