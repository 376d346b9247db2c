// SPDX-License-Identifier: Apache-2.0
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { decodeUtf8 } from './decode-utf8.ts';

/** Whether the bytes are well-formed UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  const again = utf8ToBytes(decodeUtf8(bytes));
  return again.length === bytes.length && again.every((byte, at) => byte === bytes[at]);
}
