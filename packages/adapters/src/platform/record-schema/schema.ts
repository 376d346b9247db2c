// SPDX-License-Identifier: Apache-2.0
import type { YamlStep } from '../located-yaml/read-yaml.ts';

/** A JSON Schema (draft 7, which editors know best) or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** Something wrong with a value, and the way to it from the top of the document. */
export type Fault = { readonly at: readonly YamlStep[]; readonly message: string };

/** What reading finds beside the value. */
export type Findings = {
  readonly faults: Fault[];
  /** Required values that still say what has to be written there: "TODO: …". */
  readonly unfilled: (readonly YamlStep[])[];
};

/**
 * What a value must be, said once: `read` takes it apart and reports every fault, `json` is the same as a published
 * JSON Schema. After a fault `read` goes on with a blank value, so that all faults come out at once; a value that was
 * read with faults is never used.
 */
export type Schema<T> = {
  readonly json: JsonSchema;
  /** `null-when-missing` and `optional` members may be left out of a map. */
  readonly presence: 'required' | 'optional' | 'may-miss';
  readonly read: (value: unknown, at: readonly YamlStep[], findings: Findings) => T;
};

/** The outcome of reading a whole document. */
export type SchemaReading<T> = {
  readonly value: T;
  readonly faults: readonly Fault[];
  /** Required values that are still to be filled in. */
  readonly unfilled: Findings['unfilled'];
};

export function readWith<T>(schema: Schema<T>, document: unknown): SchemaReading<T> {
  const findings: Findings = { faults: [], unfilled: [] };
  const value = schema.read(document, [], findings);
  return { value, faults: findings.faults, unfilled: findings.unfilled };
}

/** The same as a JSON Schema. */
export const markerSchema: JsonSchema = { type: 'string', pattern: '^TODO\\b' };

/** The marker that `plumbline init` leaves where a person must write. */
export const isMarker = (value: unknown): boolean => typeof value === 'string' && /^TODO\b/u.test(value);
