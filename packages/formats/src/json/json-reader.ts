// SPDX-License-Identifier: Apache-2.0
import { decodeUtf8 } from './decode-utf8.ts';
import type { JsonObject, JsonValue, Keep } from './json-value.ts';

/** Limits of one text. Nesting keeps the stack, values kept keep the memory within bounds. */
export const depthMax = 200;
export const valuesMax = 2_000_000;

/** Different member names of what is kept whole: objects of a million shapes cost far more than their bytes. */
export const namesMax = 20_000;

const internedMax = 20_000;
const internedLength = 64;
const literals: readonly (readonly [first: number, text: string, value: true | false | null])[] = [
  [0x74, 'true', true],
  [0x66, 'false', false],
  [0x6e, 'null', null],
];
const escapes: { readonly [byte: number]: string } = {
  0x22: '"',
  0x5c: '\\',
  0x2f: '/',
  0x62: '\b',
  0x66: '\f',
  0x6e: '\n',
  0x72: '\r',
  0x74: '\t',
};

/** Thrown inside, caught by parseJson. */
export class JsonFault extends Error {
  readonly code: 'malformed' | 'too-large';
  constructor(message: string, code: 'malformed' | 'too-large' = 'malformed') {
    super(message);
    this.code = code;
  }
}

/**
 * Reads RFC 8259 texts from bytes and builds only what is to be kept; the rest is checked and passed over. `at` is the
 * next byte, after a fault the byte at fault.
 */
export class JsonReader {
  at: number;
  readonly #bytes: Uint8Array;
  #depth = 0;
  #values = 0;
  readonly #interned = new Map<string, string>();
  readonly #names = new Set<string>();
  readonly #strict: boolean;

  /** `strict`: a member given twice, or called `__proto__`, is a fault; else the last one counts, and `__proto__` is left out. */
  constructor(bytes: Uint8Array, from: number, strict = false) {
    this.#bytes = bytes;
    this.at = from;
    this.#strict = strict;
  }

  /** Skips white space; whether anything follows. */
  more(): boolean {
    for (; this.at < this.#bytes.length; this.at += 1) {
      const byte = this.#bytes[this.at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return true;
    }
    return false;
  }

  /** One value with white space before it. Without `keep` it is checked only, and undefined comes back. */
  value(keep: Keep | undefined): JsonValue | undefined {
    if (!this.more()) throw new JsonFault('the text ends where a value is expected');
    if (keep !== undefined) this.#count();
    const first = this.#bytes[this.at] ?? 0;
    if (first === 0x7b) return this.#nested(() => this.#object(keep));
    if (first === 0x5b) return this.#nested(() => this.#array(keep));
    if (first === 0x22) return keep === undefined ? this.#passString() : this.#string();
    if (first === 0x2d || isDigit(first)) return this.#number(keep !== undefined);
    return this.#literal(first);
  }

  #count(): void {
    this.#values += 1;
    if (this.#values > valuesMax) throw new JsonFault(`more than ${valuesMax} values`, 'too-large');
  }

  #countName(name: string): void {
    this.#names.add(name);
    if (this.#names.size > namesMax) throw new JsonFault(`more than ${namesMax} different member names`, 'too-large');
  }

  #nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > depthMax) throw new JsonFault(`nested deeper than ${depthMax}`, 'too-large');
    this.at += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #object(keep: Keep | undefined): JsonObject | undefined {
    const object: { [member: string]: JsonValue } | undefined = keep === undefined ? undefined : {};
    if (this.#ends(0x7d)) return object;
    do {
      if (!this.more() || this.#bytes[this.at] !== 0x22)
        throw new JsonFault('a member name in double quotes is expected');
      const name = keep === undefined ? this.#passString() : this.#string();
      if (name !== undefined && keepsAnyName(keep)) this.#countName(name);
      if (!this.more() || this.#bytes[this.at] !== 0x3a) throw new JsonFault("':' is expected after a member name");
      this.at += 1;
      const value = this.value(name === undefined ? undefined : keepOf(keep, name));
      if (this.#strict && name === '__proto__') throw new JsonFault('a member called __proto__');
      if (object === undefined || name === undefined || value === undefined) continue;
      if (this.#strict && Object.hasOwn(object, name))
        throw new JsonFault(`an object names a member twice: ${name.slice(0, 64)}`);
      object[name] = value;
    } while (this.#goesOn(0x7d));
    return object;
  }

  #array(keep: Keep | undefined): readonly JsonValue[] | undefined {
    const array: JsonValue[] | undefined = keep === undefined ? undefined : [];
    if (this.#ends(0x5d)) return array;
    do {
      const value = this.value(keep);
      if (value !== undefined) array?.push(value);
    } while (this.#goesOn(0x5d));
    return array;
  }

  #ends(close: number): boolean {
    if (!this.more() || this.#bytes[this.at] !== close) return false;
    this.at += 1;
    return true;
  }

  #goesOn(close: number): boolean {
    const next = this.more() ? this.#bytes[this.at] : undefined;
    if (next !== 0x2c && next !== close)
      throw new JsonFault(
        next === undefined
          ? 'the text ends inside an object or array'
          : `',' or '${String.fromCharCode(close)}' is expected`,
      );
    this.at += 1;
    return next === 0x2c;
  }

  /** Passes over a string; `at` stands on its opening quote. Whether it is plain: ASCII without escapes. */
  #scanString(): boolean {
    const bytes = this.#bytes;
    let plain = true;
    for (let at = this.at + 1; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === 0x22) {
        this.at = at + 1;
        return plain;
      }
      if (byte < 0x20) {
        this.at = at;
        throw new JsonFault('a control character inside a string');
      }
      if (byte === 0x5c) {
        plain = false;
        at += this.#escapeLength(at) - 1;
      } else if (byte >= 0x80) plain = false;
    }
    throw new JsonFault('a string that does not end');
  }

  #escapeLength(at: number): number {
    const letter = this.#bytes[at + 1] ?? 0;
    if (escapes[letter] !== undefined) return 2;
    if (letter === 0x75 && hexUnit(this.#bytes, at + 2) !== null) return 6;
    this.at = at;
    throw new JsonFault('an escape that JSON does not know');
  }

  #passString(): undefined {
    this.#scanString();
    return undefined;
  }

  #string(): string {
    const from = this.at + 1;
    const plain = this.#scanString();
    const to = this.at - 1;
    const text =
      plain && to - from <= internedLength ? ascii(this.#bytes, from, to) : unescape(this.#bytes, from, to, plain);
    return text.length > internedLength ? text : this.#intern(text);
  }

  /** Levels, rule ids and the like come back a million times: keep one of each. */
  #intern(text: string): string {
    const known = this.#interned.get(text);
    if (known !== undefined) return known;
    if (this.#interned.size < internedMax) this.#interned.set(text, text);
    return text;
  }

  #number(keep: boolean): number | undefined {
    const from = this.at;
    if (this.#bytes[this.at] === 0x2d) this.at += 1;
    const leadsWithZero = this.#bytes[this.at] === 0x30;
    const digits = this.#digits();
    if (digits === 0 || (leadsWithZero && digits > 1)) throw new JsonFault('not a number of JSON');
    if (this.#bytes[this.at] === 0x2e) {
      this.at += 1;
      if (this.#digits() === 0) throw new JsonFault('not a number of JSON');
    }
    if (this.#bytes[this.at] === 0x65 || this.#bytes[this.at] === 0x45) {
      this.at += 1;
      if (this.#bytes[this.at] === 0x2b || this.#bytes[this.at] === 0x2d) this.at += 1;
      if (this.#digits() === 0) throw new JsonFault('not a number of JSON');
    }
    return keep ? finite(Number(decodeUtf8(this.#bytes, from, Math.min(this.at, from + 400)))) : undefined;
  }

  #digits(): number {
    const from = this.at;
    while (isDigit(this.#bytes[this.at] ?? 0)) this.at += 1;
    return this.at - from;
  }

  #literal(first: number): boolean | null {
    for (const [byte, text, value] of literals) {
      if (byte !== first || ascii(this.#bytes, this.at, Math.min(this.at + text.length, this.#bytes.length)) !== text)
        continue;
      this.at += text.length;
      return value;
    }
    throw new JsonFault('a value is expected');
  }
}

function keepOf(keep: Keep | undefined, name: string): Keep | undefined {
  if (name === '__proto__' || keep === undefined) return undefined;
  if (keep === 'all') return 'all';
  return Object.hasOwn(keep, name) ? keep[name] : keep['*'];
}

const keepsAnyName = (keep: Keep | undefined): boolean => keep === 'all' || keep?.['*'] !== undefined;

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** Numbers beyond the range of a double become the largest one: JSON has no infinity, and neither do we. */
const finite = (number: number): number =>
  Number.isFinite(number) ? number : Number.MAX_VALUE * Math.sign(Number.isNaN(number) ? 1 : number);

function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

function hexUnit(bytes: Uint8Array, from: number): number | null {
  let unit = 0;
  for (let at = from; at < from + 4; at += 1) {
    const digit = Number.parseInt(String.fromCharCode(bytes[at] ?? 0), 16);
    if (Number.isNaN(digit)) return null;
    unit = unit * 16 + digit;
  }
  return unit;
}

/** The text of a string that is known to be well-formed. Lone surrogates become U+FFFD. */
function unescape(bytes: Uint8Array, from: number, to: number, plain: boolean): string {
  if (plain) return decodeUtf8(bytes, from, to);
  const parts: string[] = [];
  let start = from;
  for (let at = from; at < to; at += 1) {
    if (bytes[at] !== 0x5c) continue;
    if (at > start) parts.push(decodeUtf8(bytes, start, at));
    const letter = bytes[at + 1] ?? 0;
    parts.push(letter === 0x75 ? String.fromCharCode(hexUnit(bytes, at + 2) ?? 0xfffd) : (escapes[letter] ?? ''));
    at += letter === 0x75 ? 5 : 1;
    start = at + 1;
  }
  parts.push(decodeUtf8(bytes, start, to));
  return parts.join('').toWellFormed();
}
