// SPDX-License-Identifier: Apache-2.0
import { decodeUtf8 } from '../json/decode-utf8.ts';

/** As much of CBOR (RFC 8949) as authenticators write: integers, strings, lists, maps, and the simple values true and false. */
export type CborValue =
  | number
  | boolean
  | string
  | Uint8Array
  | readonly CborValue[]
  | ReadonlyMap<CborValue, CborValue>;

/** What was read, and how many bytes of it there were. */
export type CborReading = { readonly value: CborValue; readonly length: number };

const depthMax = 4; // CTAP 2.1 §8
const itemsMax = 1000;

class CborFault extends Error {}

/** Reads one value at the start of the bytes; something may follow it. Null for what is not CTAP's canonical CBOR. */
export function readCbor(bytes: Uint8Array): CborReading | null {
  const reader = new CborReader(bytes);
  try {
    return { value: reader.value(0), length: reader.at };
  } catch (error) {
    if (error instanceof CborFault) return null;
    throw error;
  }
}

class CborReader {
  readonly #bytes: Uint8Array;
  #left = itemsMax;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  value(depth: number): CborValue {
    this.#left -= 1;
    if (depth > depthMax || this.#left < 0) throw new CborFault();
    const [head = 0] = this.#take(1);
    const [major, short] = [head >> 5, head & 0x1f];
    if (major === 7 && (short === 20 || short === 21)) return short === 21;
    const number = this.#argument(short);
    if (major === 0) return number;
    if (major === 1) return -1 - number;
    if (major === 2) return this.#take(number);
    if (major === 3) return decodeUtf8(this.#take(number));
    if (major === 4) return this.#list(number, depth);
    if (major === 5) return this.#map(number, depth);
    throw new CborFault();
  }

  #list(length: number, depth: number): readonly CborValue[] {
    const list: CborValue[] = [];
    while (list.length < length) list.push(this.value(depth + 1));
    return list;
  }

  #map(length: number, depth: number): ReadonlyMap<CborValue, CborValue> {
    const map = new Map<CborValue, CborValue>();
    for (let index = 0; index < length; index += 1) {
      const key = this.value(depth + 1);
      if ((typeof key !== 'number' && typeof key !== 'string') || map.has(key)) throw new CborFault();
      map.set(key, this.value(depth + 1));
    }
    return map;
  }

  /** Lengths and numbers of up to four bytes, in as few as possible. */
  #argument(short: number): number {
    if (short < 24) return short;
    if (short > 26) throw new CborFault();
    const width = 1 << (short - 24);
    const number = this.#take(width).reduce((sum, byte) => sum * 256 + byte, 0);
    if (number < (width === 1 ? 24 : 256 ** (width / 2))) throw new CborFault();
    return number;
  }

  #take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.at) throw new CborFault();
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }
}
