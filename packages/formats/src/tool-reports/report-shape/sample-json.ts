// SPDX-License-Identifier: Apache-2.0
import { faultAt, type TextFault } from '../../imports/text-fault.ts';
import { JsonFault, JsonReader } from '../../json/json-reader.ts';
import type { JsonValue } from '../../json/json-value.ts';

const bounds = { elements: 3, members: 200, text: 200, depth: 6, values: 3 } as const;

export type JsonSample =
  /** The first three values: one of a document, more of JSON lines. */
  | { readonly state: 'sampled'; readonly values: readonly JsonValue[] }
  | { readonly state: 'failed'; readonly fault: TextFault };

/**
 * The first values of a JSON text, cut as `ReportShape` says. Everything up to the end of the third value is checked, but
 * only the sample is built. Of the head of a longer text (`isWhole` false) what stands before its end is sampled.
 */
export function sampleJson(bytes: Uint8Array, isWhole: boolean): JsonSample {
  const values: JsonValue[] = [];
  const reader = new JsonReader(bytes, 0);
  const sampler = new Sampler(reader, bytes);
  try {
    while (values.length < bounds.values && (reader.more() || values.length === 0))
      sampler.value(bounds.depth, (value) => values.push(value));
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    if (isWhole || values.length === 0)
      return {
        state: 'failed',
        fault: faultAt(bytes, reader.at, { code: error.code, because: error.message }),
      };
  }
  return { state: 'sampled', values };
}

/** Hands over a list or object before it is filled, so that what a cut text has of it stays. */
class Sampler {
  readonly #reader: JsonReader;
  readonly #bytes: Uint8Array;

  constructor(reader: JsonReader, bytes: Uint8Array) {
    this.#reader = reader;
    this.#bytes = bytes;
  }

  value(depth: number, put: (value: JsonValue) => void): void {
    const first = this.#reader.more() ? this.#bytes[this.#reader.at] : undefined;
    if (first === 0x7b && depth > 0) return this.#object(depth, put);
    if (first === 0x5b && depth > 0) return this.#array(depth, put);
    const value = this.#reader.value(first === 0x7b || first === 0x5b ? undefined : {});
    if (value === undefined) put(first === 0x7b ? {} : []);
    else put(typeof value === 'string' ? value.slice(0, bounds.text).toWellFormed() : value);
  }

  #object(depth: number, put: (value: JsonValue) => void): void {
    const object: { [member: string]: JsonValue } = {};
    put(object);
    let members = 0;
    this.#reader.at += 1;
    if (this.#passed(0x7d)) return;
    do {
      const isName = this.#reader.more() && this.#bytes[this.#reader.at] === 0x22;
      const name = isName ? this.#reader.value({}) : undefined;
      if (typeof name !== 'string') throw new JsonFault('a member name in double quotes is expected');
      if (!this.#passed(0x3a)) throw new JsonFault("':' is expected after a member name");
      members += 1;
      if (members > bounds.members || name === '__proto__') this.#reader.value(undefined);
      else
        this.value(depth - 1, (value) => {
          object[name.slice(0, bounds.text)] = value;
        });
    } while (this.#passed(0x2c));
    if (!this.#passed(0x7d)) throw new JsonFault("',' or '}' is expected");
  }

  #array(depth: number, put: (value: JsonValue) => void): void {
    const array: JsonValue[] = [];
    put(array);
    let elements = 0;
    this.#reader.at += 1;
    if (this.#passed(0x5d)) return;
    do {
      elements += 1;
      if (elements > bounds.elements) this.#reader.value(undefined);
      else this.value(depth - 1, (value) => array.push(value));
    } while (this.#passed(0x2c));
    if (!this.#passed(0x5d)) throw new JsonFault("',' or ']' is expected");
  }

  #passed(byte: number): boolean {
    if (!this.#reader.more() || this.#bytes[this.#reader.at] !== byte) return false;
    this.#reader.at += 1;
    return true;
  }
}
