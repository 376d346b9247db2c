// SPDX-License-Identifier: Apache-2.0
import { resolveReferences } from './resolve-references.ts';

const one = /\s*([A-Za-z_:][\w:.-]{0,199})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

/** Attributes of a tag, their references resolved; null when they are not XML. Unknown entities stay as written. */
export function attributesOf(text: string): ReadonlyMap<string, string> | null {
  const attributes = new Map<string, string>();
  one.lastIndex = 0;
  let at = 0;
  for (let match = one.exec(text); match !== null; match = one.exec(text)) {
    const [, name = '', double, single] = match;
    if (attributes.has(name)) return null; // XML 1.0 §3.1: unique
    attributes.set(name, resolveReferences(double ?? single ?? ''));
    at = one.lastIndex;
  }
  return text.slice(at).trim() === '' ? attributes : null;
}
