// SPDX-License-Identifier: Apache-2.0
import { textOf, textsOf } from '../json/json-fields.ts';
import type { JsonValue } from '../json/json-value.ts';

/** A number, or a text that is one: some tools write lines as texts; null for anything else. */
export function numberOf(value: JsonValue | undefined): number | null {
  if (typeof value === 'number') return value;
  const text = textOf(value);
  return text === null || !/^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? null : Number(text);
}

/** A text, or the texts of a list, where a tool writes either. */
export function oneOrMany(value: JsonValue | undefined): readonly string[] {
  const text = textOf(value);
  return text === null ? textsOf(value) : [text];
}
