// SPDX-License-Identifier: Apache-2.0

/** Sections of an INI file with the values of their keys; a value's indented lines belong to it. Comments are left out. */
export type Ini = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function readIni(text: string): Ini {
  const sections = new Map<string, Map<string, string>>();
  let section = new Map<string, string>();
  let key: string | null = null;
  for (const line of text.split('\n', 20_000)) {
    if (/^\s*[#;]/.test(line)) continue;
    const header = /^\[([^\]]{1,200})\]/.exec(line);
    if (header) {
      section = sections.get(header[1] ?? '') ?? new Map<string, string>();
      sections.set(header[1] ?? '', section);
      key = null;
    } else if (/^\s/.test(line)) {
      if (key !== null && line.trim() !== '') section.set(key, `${section.get(key) ?? ''}\n${line.trim()}`);
    } else {
      const split = line.search(/[=:]/);
      if (split <= 0) continue;
      key = line.slice(0, split).trim();
      section.set(key, line.slice(split + 1).trim());
    }
  }
  return sections;
}
