// SPDX-License-Identifier: Apache-2.0
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** What is signed: `DSSEv1 SP LEN(type) SP type SP LEN(payload) SP payload` (DSSE v1.0.2, protocol.md), lengths in bytes. */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = utf8ToBytes(payloadType);
  return concatBytes(utf8ToBytes(`DSSEv1 ${type.length} `), type, utf8ToBytes(` ${payload.length} `), payload);
}
