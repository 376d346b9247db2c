// SPDX-License-Identifier: Apache-2.0
import type { JsonObject, JsonValue } from './json-value.ts';

/** The value as an object; anything else is an object without members. */
export function objectOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a list; anything else is an empty one. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

/** The objects of a list; what is not an object is left out. */
export function objectsOf(value: JsonValue | undefined): readonly JsonObject[] {
  return listOf(value).filter((entry) => isObject(entry));
}

/** The value as text without white space around it; null when it is no text or empty. */
export function textOf(value: JsonValue | undefined): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** The texts of a list. */
export function textsOf(value: JsonValue | undefined): readonly string[] {
  return listOf(value).flatMap((entry) => textOf(entry) ?? []);
}

/** The value several members deep; undefined as soon as one is missing. Members are the value's own. */
export function at(value: JsonValue | undefined, ...path: readonly string[]): JsonValue | undefined {
  let found = value;
  for (const member of path) found = isObject(found) && Object.hasOwn(found, member) ? found[member] : undefined;
  return found;
}
