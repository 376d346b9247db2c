// SPDX-License-Identifier: Apache-2.0
import { listOf, objectOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { SarifRule } from '../../sarif/parse-sarif-rules.ts';

const lengthMax = 8000;

/** The message of a result (§3.11): its own text or that of its rule by id, with placeholders filled and links as words. */
export function messageOf(result: JsonObject, rule: SarifRule | null): string | null {
  const message = objectOf(result['message']);
  const text = textOf(message['text']) ?? textOf(message['markdown']) ?? byId(textOf(message['id']), rule);
  if (text === null) return null;
  const filled = text.slice(0, lengthMax);
  if (!filled.includes('{') && !filled.includes('](')) return filled;
  const given = listOf(message['arguments']);
  return filled
    .replaceAll(/\{\{|\}\}|\{(\d{1,3})\}/g, (whole, index?: string) =>
      index === undefined ? whole.slice(1) : (textOf(given[Number(index)]) ?? whole),
    )
    .replaceAll(/\[([^[\]]{1,500})\]\([^()\s]{1,500}\)/g, '$1'); // §3.11.6: an embedded link
}

function byId(id: string | null, rule: SarifRule | null): string | null {
  if (id === null || rule === null || !Object.hasOwn(rule.messageStrings, id)) return null;
  return textOf(objectOf(rule.messageStrings[id])['text']);
}
