// SPDX-License-Identifier: Apache-2.0

const paragraphsMax = 200_000;

/** Fields of one paragraph by their names in lower case; of repeated ones, all values in order. */
export type HeaderFields = ReadonlyMap<string, readonly string[]>;

/**
 * Paragraphs of `Name: value` lines with continuations, as Python's metadata, Debian's control files and manifests of
 * jars have them. A blank line ends a paragraph; what follows the first one of `onlyFirst` is free text.
 */
export function headerParagraphs(
  text: string,
  options: { readonly onlyFirst?: boolean } = {},
): readonly HeaderFields[] {
  const paragraphs: HeaderFields[] = [];
  let fields = new Map<string, string[]>();
  let last: string[] | null = null;
  for (const raw of text.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line === '') {
      if (fields.size > 0) paragraphs.push(fields);
      if ((options.onlyFirst === true && paragraphs.length > 0) || paragraphs.length >= paragraphsMax)
        return paragraphs;
      fields = new Map();
      last = null;
      continue;
    }
    if (line.startsWith(' ') || line.startsWith('\t')) {
      // jars break lines anywhere and continue with one blank; the others begin a line of text
      if (last !== null) last.push(`${last.pop() ?? ''}${line.slice(1)}`);
      continue;
    }
    const at = line.indexOf(':');
    if (at < 1) continue;
    const name = line.slice(0, at).toLowerCase();
    last = fields.get(name) ?? [];
    last.push(line.slice(at + 1).trim());
    fields.set(name, last);
  }
  if (fields.size > 0) paragraphs.push(fields);
  return paragraphs;
}

/** The first value of a field; null when it has none that says anything. */
export function fieldOf(fields: HeaderFields | undefined, name: string): string | null {
  const value = fields?.get(name)?.[0] ?? '';
  return value === '' || value === 'UNKNOWN' ? null : value;
}
