// SPDX-License-Identifier: Apache-2.0
import { at, objectsOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonValue } from '../json/json-value.ts';

const cwe = /\bCWE[-_ ]?0{0,6}(\d{1,5})\b/i;
const number = /^0{0,6}(\d{1,5})$/;

/**
 * CWE ids of a rule or result: from its tags (`external/cwe/cwe-079`), its property `cwe`, and references to the CWE
 * taxonomy (§3.54). In the form `CWE-79`.
 */
export function parseWeaknesses(
  properties: JsonValue | undefined,
  references: readonly (JsonValue | undefined)[],
): readonly string[] {
  if (properties === undefined && references.length === 0) return [];
  const stated = [at(properties, 'cwe'), at(properties, 'CWE')].flatMap((value) => [textOf(value), ...textsOf(value)]);
  const texts = [...textsOf(at(properties, 'tags')), ...stated.filter((text) => text !== null)];
  const named = texts.flatMap((text) => (text.length > 200 ? [] : (cwe.exec(text)?.[1] ?? [])));
  const referred = objectsOf(references.filter((reference) => reference !== undefined)).flatMap((reference) => {
    const id = textOf(reference['id'])?.slice(0, 40) ?? '';
    const taxonomy = textOf(at(reference, 'toolComponent', 'name'))?.toUpperCase();
    return cwe.exec(id)?.[1] ?? (taxonomy === 'CWE' ? (number.exec(id)?.[1] ?? []) : []);
  });
  return [...named, ...referred].map((id) => `CWE-${id}`);
}
