// SPDX-License-Identifier: Apache-2.0
import { ByteGather } from './byte-gather.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { ItemScan } from './item-scan.ts';
import { depthMax, JsonFault } from './json-reader.ts';

/**
 * Where in a document the lists stand whose elements are handed over one by one: names of members, `*` for any member or
 * element; an empty path is a list at the root. `values`: the values of the text itself, as in JSON lines.
 */
export type JsonListPath = readonly string[] | 'values';

/** An element of a list: its bytes (valid until the next call), the number of its list, where it starts in the text. */
export type TakeItem = (bytes: Uint8Array, list: number, offset: number) => void;

/** Limits in bytes: of one element, and of all that is not in one. */
export const itemBytesMax = 4_194_304;
export const restBytesMax = 67_108_864;

const nameMax = 200;

/** A byte of the rest, and the byte of the text that it comes from: one pair wherever a list was cut out. */
type Cut = { readonly rest: number; readonly text: number };

/**
 * Finds the elements of lists in a JSON text that comes in parts, without holding it. What is not in an element is the
 * `rest`: a document in which each of the lists has one element, its number. So whoever reads the rest sees which list
 * belongs where, whatever the order and however often a member is repeated. Brackets, quotes and commas between elements are
 * checked here; the rest and each element are to be parsed by the caller. Throws JsonFault; `at` is the byte at fault.
 */
export class JsonListScanner {
  /** The next byte of the text. */
  at = 0;
  /** Elements larger than 4 MiB: they are passed over. */
  dropped = 0;
  readonly #path: readonly string[];
  readonly #take: TakeItem;
  readonly #rest: ByteGather = new ByteGather();
  readonly #cuts: Cut[] = [{ rest: 0, text: 0 }];
  /** Of each open container: whether it is an object, and whether it lies on the path. */
  readonly #isObject: boolean[] = [];
  readonly #onPath: boolean[] = [];
  #lists = 0;
  /** Depth of the open list; -1 outside of lists. */
  #listDepth = -1;
  #awaits: 'first' | 'next' | 'separator' = 'first';
  #item: ItemScan | null = null;
  #inString = false;
  #escaped = false;
  #name: number[] | null = null;
  #awaitsName = false;
  #leadsOn = true;

  constructor(path: JsonListPath, take: TakeItem) {
    this.#path = path === 'values' ? [] : path;
    this.#take = take;
    if (path === 'values') this.#listDepth = 0;
  }

  push(chunk: Uint8Array): void {
    let at = 0;
    const start = this.at;
    try {
      while (at < chunk.length) {
        if (this.#item !== null) at = this.#goOnWithItem(this.#item, chunk, at, start);
        else if (this.#listDepth >= 0) at = this.#betweenItems(chunk, at, start);
        else at = this.#outside(chunk, at, start);
      }
    } finally {
      this.at = Math.max(this.at, start + at);
    }
  }

  /** The rest of the text, when there is no more to push. */
  end(): Uint8Array {
    if (this.#item !== null && !this.#finishScalar(this.#item))
      throw new JsonFault('the text ends inside an element of a list');
    if (this.#listDepth > 0) throw new JsonFault('the text ends inside a list');
    return this.#rest.bytes();
  }

  /** The byte of the text that a byte of the rest comes from. */
  offsetInText(restOffset: number): number {
    const cut = this.#cuts.findLast(({ rest }) => rest <= restOffset) ?? { rest: 0, text: 0 };
    return cut.text + restOffset - cut.rest;
  }

  #goOnWithItem(item: ItemScan, chunk: Uint8Array, at: number, start: number): number {
    const next = item.push(chunk, at);
    this.at = start + next;
    if (item.isDone) this.#handOver(item);
    return next;
  }

  #handOver(item: ItemScan): void {
    this.#item = null;
    this.#awaits = 'separator';
    const bytes = item.bytes();
    if (bytes === null) this.dropped += 1;
    else this.#take(bytes, this.#lists === 0 ? 0 : this.#lists - 1, item.offset);
  }

  /** A number, true, false or null at the very end of JSON lines has nothing after it that ends it. */
  #finishScalar(item: ItemScan): boolean {
    if (!item.isScalar || this.#listDepth !== 0) return false;
    this.#handOver(item);
    return true;
  }

  #betweenItems(chunk: Uint8Array, at: number, start: number): number {
    const byte = chunk[at] ?? 0;
    if (isSpace(byte)) return at + 1;
    this.at = start + at;
    const isValues = this.#listDepth === 0;
    if (byte === 0x2c && this.#awaits === 'separator' && !isValues) this.#awaits = 'next';
    else if (byte === 0x5d && this.#awaits !== 'next' && !isValues) this.#closeList(start + at);
    else if (!isValues && this.#awaits !== 'separator' && (byte === 0x2c || byte === 0x5d))
      throw new JsonFault('a value is expected');
    else if (this.#awaits !== 'separator' || isValues) {
      this.#item = new ItemScan(byte, start + at, itemBytesMax);
      return at;
    } else throw new JsonFault("',' or ']' is expected");
    return at + 1;
  }

  #closeList(offset: number): void {
    this.#listDepth = -1;
    this.#cuts.push({ rest: this.#rest.length, text: offset });
    this.#rest.add(closing);
    this.#close();
  }

  /** Passes over what is in no list, up to the end of the part or to the start of a list. */
  #outside(chunk: Uint8Array, from: number, start: number): number {
    let at = from;
    for (; at < chunk.length && this.#listDepth < 0; at += 1) {
      const byte = chunk[at] ?? 0;
      if (this.#inString) this.#stringByte(byte);
      else if (byte === 0x22) this.#openString();
      else if (byte === 0x7b || byte === 0x5b) {
        this.at = start + at;
        this.#open(byte === 0x7b);
      } else if (byte === 0x7d || byte === 0x5d) this.#close();
      else if (byte === 0x2c) this.#awaitsName = this.#isObject.at(-1) === true;
    }
    this.#rest.add(chunk.subarray(from, at));
    if (this.#rest.length > restBytesMax)
      throw new JsonFault(`more than ${restBytesMax} bytes beside the results`, 'too-large');
    if (this.#listDepth >= 0) this.#rest.add(digitsOf(this.#lists - 1));
    return at;
  }

  #open(isObject: boolean): void {
    const depth = this.#isObject.length;
    if (depth >= depthMax) throw new JsonFault(`nested deeper than ${depthMax}`, 'too-large');
    const parentOnPath = depth === 0 || this.#onPath[depth - 1] === true;
    const onPath = parentOnPath && (depth === 0 || this.#leadsOn) && depth <= this.#path.length;
    this.#isObject.push(isObject);
    this.#onPath.push(onPath);
    this.#awaitsName = isObject;
    if (onPath && !isObject && depth === this.#path.length) {
      this.#listDepth = depth + 1;
      this.#awaits = 'first';
      this.#lists += 1;
    }
    this.#leadsOn = !isObject && this.#path[depth] === '*';
  }

  #close(): void {
    this.#isObject.pop();
    this.#onPath.pop();
    this.#awaitsName = false;
    // Elements of an array on the path all lead on; of an object the next member's name will tell.
    this.#leadsOn = this.#isObject.at(-1) === false && this.#path[this.#isObject.length - 1] === '*';
  }

  #openString(): void {
    this.#inString = true;
    this.#name = this.#awaitsName && this.#onPath.at(-1) === true ? [] : null;
  }

  #stringByte(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === 0x5c) this.#escaped = true;
    else if (byte === 0x22) {
      this.#closeString();
      return;
    }
    if (this.#name !== null && this.#name.length <= nameMax) this.#name.push(byte);
  }

  #closeString(): void {
    this.#inString = false;
    if (this.#name !== null) {
      const step = this.#path[this.#isObject.length - 1];
      this.#leadsOn = step === '*' || (step !== undefined && nameOf(this.#name) === step);
    }
    this.#name = null;
    this.#awaitsName = false;
  }
}

const closing = Uint8Array.of(0x5d);
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const digitsOf = (number: number): Uint8Array => Uint8Array.from(String(number), (digit) => digit.charCodeAt(0));

/** A member name as it reads; null when it is not JSON, which the reader of the rest will tell. */
function nameOf(bytes: readonly number[]): string | null {
  const text = decodeUtf8(Uint8Array.from(bytes));
  if (!text.includes('\\')) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return null;
  }
}
