// SPDX-License-Identifier: Apache-2.0
import { faultAt, type TextFault } from '../imports/text-fault.ts';
import { isUtf8 } from './is-utf8.ts';
import { JsonFault, JsonReader } from './json-reader.ts';
import type { JsonValue, Keep } from './json-value.ts';
import { startsWithMark } from './starts-with-mark.ts';

/** `values` holds every value of the text in order: one of a document, one a line of JSON lines. */
export type ParsedJson =
  | { readonly state: 'parsed'; readonly values: readonly JsonValue[] }
  | { readonly state: 'failed'; readonly fault: TextFault };

/**
 * Parses JSON (RFC 8259), or values one after another as in JSON lines, and builds only what `keep` asks for, so that
 * memory follows what is used and not the size of the file. Nesting deeper than 200, more than 2 000 000 kept values or
 * 20 000 different names of members that are kept whole are refused as `too-large`. Bytes that are not UTF-8 become U+FFFD; of repeated members the last one counts.
 */
export function parseJson(bytes: Uint8Array, keep: Keep = 'all'): ParsedJson {
  const reader = new JsonReader(bytes, startsWithMark(bytes) ? 3 : 0);
  const values: JsonValue[] = [];
  try {
    while (reader.more() || values.length === 0) {
      const value = reader.value(keep);
      if (value !== undefined) values.push(value);
    }
    return { state: 'parsed', values };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return { state: 'failed', fault: faultAt(bytes, reader.at, { code: error.code, because: error.message }) };
  }
}

/**
 * Parses one JSON value of which a signature is judged: everything is kept, and what two readers could understand differently is
 * refused: a member given twice, a member called `__proto__`, bytes that are not UTF-8, more than one value.
 */
export function parseStrictJson(bytes: Uint8Array): ParsedJson {
  const reader = new JsonReader(bytes, startsWithMark(bytes) ? 3 : 0, true);
  try {
    const value = reader.value('all');
    if (reader.more()) throw new JsonFault('something follows the value');
    if (!isUtf8(bytes)) throw new JsonFault('not UTF-8');
    return { state: 'parsed', values: value === undefined ? [] : [value] };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return { state: 'failed', fault: faultAt(bytes, reader.at, { code: error.code, because: error.message }) };
  }
}
