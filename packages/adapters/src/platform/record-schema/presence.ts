// SPDX-License-Identifier: Apache-2.0
import { isMarker, type JsonSchema, markerSchema, type Schema } from './schema.ts';

/** May be left out, be null or still hold its marker: all three read as null. */
export function orNull<T>(schema: Schema<T>): Schema<T | null> {
  return {
    json: { anyOf: [...alternatives(schema), { type: 'null' }], ...described(schema) },
    presence: 'may-miss',
    read: (value, at, findings) =>
      value === undefined || value === null || isMarker(value) ? null : schema.read(value, at, findings),
  };
}

/** May be left out: then the member is not there. A marker counts as left out. */
export function optional<T>(schema: Schema<T>): Schema<T> {
  return {
    json: takesMarker(schema) ? schema.json : { anyOf: alternatives(schema), ...described(schema) },
    presence: 'optional',
    // The member is dropped by the map around it when it reads as undefined.
    read: (value, at, findings) =>
      value === undefined || isMarker(value) ? (undefined as T) : schema.read(value, at, findings),
  };
}

/** May be left out: then `fallback` stands for it. */
export function or<T>(schema: Schema<T>, fallback: T): Schema<T> {
  return {
    json: { ...schema.json, default: fallback },
    presence: 'may-miss',
    read: (value, at, findings) => (value === undefined ? fallback : schema.read(value, at, findings)),
  };
}

/** What may stand there: the value, or the marker that counts as left out where the value itself would not take it. */
function alternatives(schema: Schema<unknown>): readonly JsonSchema[] {
  return takesMarker(schema) ? [schema.json] : [schema.json, markerSchema];
}

function takesMarker({ json }: Schema<unknown>): boolean {
  return json['type'] === 'string' || (Array.isArray(json['anyOf']) && json['anyOf'].includes(markerSchema));
}

function described({ json }: Schema<unknown>): { readonly description?: unknown } {
  return 'description' in json ? { description: json['description'] } : {};
}
