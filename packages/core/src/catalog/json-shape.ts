// SPDX-License-Identifier: Apache-2.0
import type { ParseResult } from './parse-result.ts';

/** A value of unknown shape and where it stands in its document, as a JSON Pointer (RFC 6901). */
export type Json = { readonly value: unknown; readonly path: string };

/** Reads one value; leaves by `refuse` when it has another shape. */
export type Reader<T> = (json: Json) => T;

class ShapeFault extends Error {
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

/** Ends the parse in progress: `message` says what stands at `json.path` and what belongs there. */
export function refuse(json: Json, message: string): never {
  throw new ShapeFault(json.path === '' ? '/' : json.path, message);
}

/** Runs a reader over a whole document; the first fault, with its path, is the answer when there is one. */
export function parseShape<T>(document: unknown, read: Reader<T>): ParseResult<T> {
  try {
    return { ok: true, value: read({ value: document, path: '' }) };
  } catch (error) {
    if (error instanceof ShapeFault) return { ok: false, path: error.path, message: error.message };
    throw error;
  }
}

const nameOf = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
};

/** Text that may be empty. */
export const asString: Reader<string> = (json) =>
  typeof json.value === 'string' ? json.value : refuse(json, `expected text, found ${nameOf(json.value)}`);

/** Text that says something. */
export const asText: Reader<string> = (json) => asString(json) || refuse(json, 'expected text, found empty text');

export const asCount: Reader<number> = (json) =>
  Number.isSafeInteger(json.value) && Number(json.value) >= 0
    ? Number(json.value)
    : refuse(json, `expected a whole number, found ${nameOf(json.value)}`);

export const asBoolean: Reader<boolean> = (json) =>
  typeof json.value === 'boolean' ? json.value : refuse(json, `expected true or false, found ${nameOf(json.value)}`);

/** One of a closed list of words. */
export const asOneOf =
  <const Word extends string>(words: readonly Word[]): Reader<Word> =>
  (json) =>
    words.find((word) => word === json.value) ?? refuse(json, `expected one of ${words.join(', ')}`);

export const asListOf =
  <T>(read: Reader<T>): Reader<readonly T[]> =>
  (json) =>
    Array.isArray(json.value)
      ? json.value.map((value: unknown, at) => read({ value, path: `${json.path}/${at}` }))
      : refuse(json, `expected a list, found ${nameOf(json.value)}`);

const escapeToken = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const membersOf = (json: Json): ReadonlyMap<string, unknown> =>
  typeof json.value === 'object' && json.value !== null && !Array.isArray(json.value)
    ? new Map(Object.entries(json.value))
    : refuse(json, `expected an object, found ${nameOf(json.value)}`);

/** A member that must be there. */
export function member<T>(json: Json, key: string, read: Reader<T>): T {
  return read({ value: membersOf(json).get(key), path: `${json.path}/${escapeToken(key)}` });
}

/** A member that may be missing or null: an object to spread, empty then. */
export function optional<const Key extends string, T>(
  json: Json,
  key: Key,
  read: Reader<T>,
): { readonly [K in Key]?: T } {
  const value = membersOf(json).get(key) ?? undefined;
  if (value === undefined) return {};
  // The key is the literal type that was asked for, which an object literal with a computed key forgets.
  return { [key]: read({ value, path: `${json.path}/${escapeToken(key)}` }) } as { readonly [K in Key]?: T };
}

/** A list that may be missing: empty then. */
export function listMember<T>(json: Json, key: string, read: Reader<T>): readonly T[] {
  return optional(json, key, asListOf(read))[key] ?? [];
}
