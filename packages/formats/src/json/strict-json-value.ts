// SPDX-License-Identifier: Apache-2.0
import type { JsonValue } from './json-value.ts';
import { parseStrictJson } from './parse-json.ts';

/** The one value that `parseStrictJson` reads, for whoever need not say why there is none. */
export function strictJsonValue(bytes: Uint8Array): JsonValue | undefined {
  const parsed = parseStrictJson(bytes);
  return parsed.state === 'parsed' ? parsed.values[0] : undefined;
}
