// SPDX-License-Identifier: Apache-2.0
import { textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { type Spdx3Relations, spdx3Relations } from './spdx-3-relations.ts';

export type Spdx3Graph = {
  readonly elements: readonly JsonObject[];
  readonly byId: ReadonlyMap<string, JsonObject>;
  readonly relations: Spdx3Relations;
};

/** A graph of SPDX 3 with its elements by id. */
export function spdx3Graph(elements: readonly JsonObject[]): Spdx3Graph {
  const byId = new Map<string, JsonObject>();
  for (const element of elements) {
    const id = idOf(element);
    if (id !== null) byId.set(id, element);
  }
  return { elements, byId, relations: spdx3Relations(elements) };
}

export const typeOf = (element: JsonObject): string => textOf(element['type']) ?? textOf(element['@type']) ?? '';

export const idOf = (element: JsonObject): string | null => textOf(element['spdxId']) ?? textOf(element['@id']);

/** One text or a list of them. */
export const textsIn = (value: JsonValue | undefined): readonly string[] => {
  const text = textOf(value);
  return text === null ? textsOf(value) : [text];
};
