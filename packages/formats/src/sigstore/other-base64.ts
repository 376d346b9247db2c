// SPDX-License-Identifier: Apache-2.0
import { decodeCanonicalBase64 } from '../base64/decode-canonical-base64.ts';
import { isObject } from '../json/json-fields.ts';
import type { JsonValue } from '../json/json-value.ts';

/** The members of a bundle that hold bytes (protobuf-specs, sigstore_bundle.proto and what it includes). */
const byteMembers: ReadonlySet<string> = new Set([
  'canonicalizedBody',
  'digest',
  'hashes',
  'keyId',
  'payload',
  'rawBytes',
  'rootHash',
  'sig',
  'signature',
  'signedEntryTimestamp',
  'signedTimestamp',
]);

/** The name of a member of bytes that could be written otherwise in base64, somewhere below; null when all are canonical. */
export function otherBase64(value: JsonValue, name = ''): string | null {
  if (typeof value === 'string') return byteMembers.has(name) && decodeCanonicalBase64(value) === null ? name : null;
  const below: readonly (readonly [string, JsonValue])[] = Array.isArray(value)
    ? value.map((entry: JsonValue) => [name, entry] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  for (const [member, held] of below) {
    const found = otherBase64(held, member);
    if (found !== null) return found;
  }
  return null;
}
