// SPDX-License-Identifier: Apache-2.0
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The namespace of every identifier that this project derives: a version 4 UUID drawn once and kept for good. */
export const plumblineNamespace = '5d1e7f0c-8a4b-4a37-9c52-3f6b1d20e9a4';

const groupOfHex = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/u;

/**
 * A UUID from a name: the same namespace and name always give the same one (RFC 9562 §5.5, SHA-1).
 *
 * @example
 * uuidV5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8'); // '2ed6657d-e927-568b-95e1-2665a8aea6a2'
 */
export function uuidV5(name: string, namespace: string = plumblineNamespace): string {
  const digest = sha1(concatBytes(hexToBytes(namespace.replaceAll('-', '')), utf8ToBytes(name))).slice(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  return bytesToHex(digest).replace(groupOfHex, '$1-$2-$3-$4-$5');
}
