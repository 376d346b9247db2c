// SPDX-License-Identifier: Apache-2.0

/** Characters that JSON.stringify leaves as they are and that a terminal or an editor may obey. */
const obeyed = /[[\p{Cc}\p{Cf}\u2028\u2029]--\n]/gv;

/**
 * JSON for people and machines: two spaces, a final line feed, and every control and format character escaped, so that
 * printing it to a terminal does nothing but print. The value is the same.
 */
export function printJson(value: unknown): string {
  return `${escapeObeyed(JSON.stringify(value, null, 2))}\n`;
}

/** The same for JSON that others have written: the value stays the same. */
export function escapeObeyed(json: string): string {
  return json.replace(obeyed, escaped);
}

/** As JSON writes it: one or two UTF-16 units. */
function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
