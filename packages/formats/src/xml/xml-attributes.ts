// SPDX-License-Identifier: Apache-2.0

const predefined: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const one = /\s*([A-Za-z_:][\w:.-]{0,199})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const reference = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi;

/** Attributes of a tag, their references resolved; null when they are not XML. Unknown entities stay as written. */
export function attributesOf(text: string): ReadonlyMap<string, string> | null {
  const attributes = new Map<string, string>();
  one.lastIndex = 0;
  let at = 0;
  for (let match = one.exec(text); match !== null; match = one.exec(text)) {
    const [, name = '', double, single] = match;
    if (attributes.has(name)) return null; // XML 1.0 §3.1: unique
    attributes.set(name, resolved(double ?? single ?? ''));
    at = one.lastIndex;
  }
  return text.slice(at).trim() === '' ? attributes : null;
}

function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(reference, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(predefined, name) ? (predefined[name] ?? whole) : whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point > 0 && point <= 0x10_ffff && (point < 0xd800 || point > 0xdfff)
      ? String.fromCodePoint(point)
      : '\ufffd';
  });
}
