// SPDX-License-Identifier: Apache-2.0

/** A value out of JSON, YAML or TOML whose shape nobody has promised. */
export type Fields = { readonly [key: string]: unknown };

const none: Fields = Object.freeze(Object.create(null) as Fields);

/** The value when it is an object (no array, no date), else an empty one. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : none;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** A member that the object itself has: `constructor` is never found by accident. */
export function memberOf(value: unknown, key: string): unknown {
  return isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Follows keys into nested objects. */
export function memberAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce(memberOf, value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The texts of a list; other members are left out. A single text is a list of one. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return listOf(value).filter((member) => typeof member === 'string');
}

/** Key and value of each member. */
export function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(fieldsOf(value));
}
