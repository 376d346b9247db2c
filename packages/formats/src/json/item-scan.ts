// SPDX-License-Identifier: Apache-2.0
import { ByteGather } from './byte-gather.ts';
import { depthMax, JsonFault } from './json-reader.ts';

/** Finds the end of one JSON value that comes in parts: brackets are counted, strings passed over. What it says is not checked. */
export class ItemScan {
  readonly isScalar: boolean;
  /** Where in the text it starts. */
  readonly offset: number;
  isDone = false;
  readonly #bytesMax: number;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #length = 0;
  /** All of it when it came in one part; else what came so far, in one piece. */
  #whole: Uint8Array | null = null;
  #parts: ByteGather | null = null;

  constructor(first: number, offset: number, bytesMax: number) {
    this.isScalar = first !== 0x7b && first !== 0x5b && first !== 0x22;
    this.offset = offset;
    this.#bytesMax = bytesMax;
  }

  /** Goes on at `from`; the index in `chunk` of what follows the value, or its length when the value goes on. */
  push(chunk: Uint8Array, from: number): number {
    const to = this.isScalar ? this.#scalarEnd(chunk, from) : this.#end(chunk, from);
    const isFirst = this.#length === 0;
    this.#length += to - from;
    if (this.#length > this.#bytesMax) this.#parts = null;
    else if (isFirst && this.isDone) this.#whole = chunk.subarray(from, to);
    else {
      this.#parts ??= new ByteGather();
      this.#parts.add(chunk.subarray(from, to));
    }
    return to;
  }

  /** Null: larger than the bound. */
  bytes(): Uint8Array | null {
    if (this.#length > this.#bytesMax) return null;
    return this.#whole ?? this.#parts?.bytes() ?? null;
  }

  #end(chunk: Uint8Array, from: number): number {
    let at = from;
    for (; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (this.#inString || byte === 0x22) {
        at = this.#stringEnd(chunk, this.#inString ? at : at + 1);
        if (!this.#inString && this.#depth === 0) {
          this.isDone = true;
          return at + 1;
        }
      } else if ((byte | 0x20) === 0x7b) {
        this.#depth += 1;
        if (this.#depth > depthMax) throw new JsonFault(`nested deeper than ${depthMax}`, 'too-large');
      } else if ((byte | 0x20) === 0x7d) {
        this.#depth -= 1;
        if (this.#depth <= 0) {
          this.isDone = true;
          return at + 1;
        }
      }
    }
    return Math.min(at, chunk.length);
  }

  /** The closing quote, or the last byte of the part when the string goes on. */
  #stringEnd(chunk: Uint8Array, from: number): number {
    this.#inString = true;
    let at = from;
    if (this.#escaped && at < chunk.length) {
      this.#escaped = false;
      at += 1;
    }
    for (; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (byte === 0x22) {
        this.#inString = false;
        return at;
      }
      if (byte === 0x5c) at += 1;
    }
    this.#escaped = at > chunk.length; // the byte after a backslash is in the next part
    return chunk.length - 1;
  }

  #scalarEnd(chunk: Uint8Array, from: number): number {
    for (let at = this.#length === 0 ? from + 1 : from; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte > 0x20 && byte !== 0x2c && byte !== 0x5d && byte !== 0x7d) continue;
      this.isDone = true;
      return at;
    }
    return chunk.length;
  }
}
