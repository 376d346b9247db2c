// SPDX-License-Identifier: Apache-2.0
import { faultAt, type TextFault } from '../imports/text-fault.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { JsonListScanner, type JsonListPath } from './json-list-scanner.ts';
import { JsonFault, JsonReader } from './json-reader.ts';
import type { JsonValue, Keep } from './json-value.ts';
import { startsWithMark } from './starts-with-mark.ts';

/** Takes the elements of the lists one by one; `list` is the number that stands in the rest in place of its elements. */
export type ListReader<T> = {
  readonly item: (value: JsonValue, list: number) => void;
  /** `dropped`: elements larger than 4 MiB, which were passed over. */
  readonly end: (dropped: number) => T;
};

/** What is wanted of a text: where its lists stand, what to keep of the rest, and who reads on once the rest is known. */
export type ListsWanted<T> = {
  readonly path: JsonListPath;
  readonly keep: Keep;
  /** `rest`: the values of the text without the elements (see JsonListScanner); empty for JSON lines. */
  readonly begin: (rest: readonly JsonValue[]) => ListReader<T> | ListsRefused;
};

export type ListsRefused = { readonly state: 'failed'; readonly fault: TextFault };
export type ListsRead<T> = { readonly state: 'parsed'; readonly value: T } | ListsRefused;

/**
 * Reads a JSON text in two passes: first the rest, so that what stands after a list still counts for its elements, then the
 * elements. Each is checked by JSON.parse after its bounds: depth 200, 4 MiB; the rest as `parseJson` does, at most 64 MiB.
 */
export function readJsonLists<T>(marked: Uint8Array, wanted: ListsWanted<T>): ListsRead<T> {
  const bytes = startsWithMark(marked) ? marked.subarray(3) : marked;
  const passes = new ListPasses(wanted);
  if (passes.push(bytes) && passes.beginItems() && passes.push(bytes)) passes.end();
  const { outcome } = passes;
  if (!('offset' in outcome)) return outcome;
  const { offset, code, because } = outcome;
  return { state: 'failed', fault: faultAt(bytes, offset, { code, because }) };
}

/** The same for a text in UTF-8 that comes in parts and can be opened anew; memory holds the rest and one element. */
export async function streamJsonLists<T>(
  open: () => AsyncIterable<Uint8Array>,
  wanted: ListsWanted<T>,
): Promise<ListsRead<T>> {
  const passes = new ListPasses(wanted);
  for await (const part of withoutMark(open())) if (!passes.push(part)) break;
  if (passes.beginItems()) {
    for await (const part of withoutMark(open())) if (!passes.push(part)) break;
    passes.end();
  }
  const { outcome } = passes;
  if (!('offset' in outcome)) return outcome;
  const { code, because } = outcome;
  return { state: 'failed', fault: { code, because, ...(await placeOf(withoutMark(open()), outcome.offset)) } };
}

type Fault = { readonly offset: number } & Pick<TextFault, 'code' | 'because'>;

/** The two passes over a text, whoever brings its parts. After a fault nothing more is taken. */
class ListPasses<T> {
  outcome: ListsRead<T> | Fault = { offset: 0, code: 'malformed', because: 'the text was not read to its end' };
  readonly #wanted: ListsWanted<T>;
  #scanner: JsonListScanner;
  #reader: ListReader<T> | null = null;
  #isOver = false;

  constructor(wanted: ListsWanted<T>) {
    this.#wanted = wanted;
    this.#scanner = new JsonListScanner(wanted.path, () => undefined);
  }

  /** False: nothing more is wanted. */
  push(part: Uint8Array): boolean {
    return this.#attempt(() => this.#scanner.push(part));
  }

  /** After the last part of the first pass; false: no second one is wanted. */
  beginItems(): boolean {
    return this.#attempt(() => {
      const rest = this.#restOf(this.#scanner.end());
      const reader = this.#wanted.begin(rest);
      if ('state' in reader) {
        this.outcome = reader;
        this.#isOver = true;
        return;
      }
      this.#reader = reader;
      this.#scanner = new JsonListScanner(this.#wanted.path, (bytes, list, offset) => {
        reader.item(this.#itemOf(bytes, offset), list);
      });
    });
  }

  /** After the last part of the second pass. */
  end(): void {
    this.#attempt(() => {
      this.#scanner.end();
      const reader = this.#reader;
      if (reader !== null) this.outcome = { state: 'parsed', value: reader.end(this.#scanner.dropped) };
    });
  }

  #restOf(bytes: Uint8Array): readonly JsonValue[] {
    if (this.#wanted.path === 'values') return [];
    const reader = new JsonReader(bytes, 0);
    const values: JsonValue[] = [];
    try {
      while (reader.more() || values.length === 0) {
        const value = reader.value(this.#wanted.keep);
        if (value !== undefined) values.push(value);
      }
    } catch (error) {
      if (error instanceof JsonFault) this.#stop(error, this.#scanner.offsetInText(reader.at));
      else throw error;
    }
    return values;
  }

  #itemOf(bytes: Uint8Array, offset: number): JsonValue {
    try {
      return JSON.parse(decodeUtf8(bytes)) as JsonValue;
    } catch {
      const fault = faultOf(bytes);
      this.#stop(fault, offset + fault.at);
      throw fault;
    }
  }

  #attempt(step: () => void): boolean {
    if (this.#isOver) return false;
    try {
      step();
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error;
      this.#stop(error, this.#scanner.at);
    }
    return !this.#isOver;
  }

  #stop({ code, message }: JsonFault, offset: number): void {
    if (!this.#isOver) this.outcome = { code, because: message, offset };
    this.#isOver = true;
  }
}

/** What JSON.parse refused, and where; it does not say the place in a form to rely on. */
function faultOf(bytes: Uint8Array): JsonFault & { readonly at: number } {
  const reader = new JsonReader(bytes, 0);
  let fault = new JsonFault('more than one value where one is expected');
  try {
    reader.value(undefined);
    reader.more();
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    fault = error;
  }
  return Object.assign(fault, { at: reader.at });
}

/** RFC 8259 §8.1: a reader may pass over a byte order mark. */
async function* withoutMark(parts: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const mark = [0xef, 0xbb, 0xbf];
  let seen = 0;
  for await (const part of parts) {
    let from = 0;
    while (seen < mark.length && from < part.length && part[from] === mark[seen]) {
      seen += 1;
      from += 1;
    }
    if (from < part.length) {
      if (seen > 0 && seen < mark.length) yield Uint8Array.from(mark.slice(0, seen)); // it only began like one
      seen = mark.length;
      yield from === 0 ? part : part.subarray(from);
    }
  }
}

async function placeOf(parts: AsyncIterable<Uint8Array>, offset: number): Promise<Pick<TextFault, 'line' | 'column'>> {
  let before = 0;
  let line = 1;
  let column = 1;
  for await (const part of parts) {
    const place = faultAt(part, offset - before, { code: 'malformed', because: '' });
    column = place.line === 1 ? column + place.column - 1 : place.column;
    line += place.line - 1;
    before += part.length;
    if (before >= offset) break;
  }
  return { line, column };
}
