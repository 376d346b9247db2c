// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '@plumbline/core/canonical-json';
import { decodeUtf8 } from '@plumbline/formats/json/decode-utf8';
import { isObject } from '@plumbline/formats/json/json-fields';
import type { JsonObject } from '@plumbline/formats/json/json-value';
import { parseStrictJson } from '@plumbline/formats/json/parse-json';

/** The object in a file that is canonical JSON and a line break, or why it is none. */
export function canonicalObject(bytes: Uint8Array): JsonObject | string {
  const parsed = parseStrictJson(bytes);
  if (parsed.state === 'failed') return `line ${parsed.fault.line}: ${parsed.fault.because}`;
  const [value] = parsed.values;
  if (!isObject(value)) return 'it is not a JSON object';
  return decodeUtf8(bytes) === `${canonicalJson(value)}\n` ? value : 'it is not in canonical form (RFC 8785)';
}
