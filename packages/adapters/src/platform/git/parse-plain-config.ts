// SPDX-License-Identifier: Apache-2.0

const section = /^\[(?<name>[A-Za-z][A-Za-z0-9-]*)(?: "(?<subsection>[\w./ @+-]*)")?\]$/u;
const setting = /^[ \t]*(?<key>[A-Za-z][A-Za-z0-9-]*) = (?<value>[\w./:@+~,*^=-]+(?: [\w./:@+~,*^=-]+)*)$/u;

/**
 * Reads a git configuration that is written the way `git clone` and `git config` write it, one plain setting a line. Null
 * for everything else (quotes, escapes, comments, continued lines, includes): git itself reads that.
 */
export function parsePlainConfig(text: string): ReadonlyMap<string, string> | null {
  const values = new Map<string, string>();
  let prefix: string | null = null;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const header = section.exec(line)?.groups;
    if (header !== undefined) {
      const { name = '', subsection } = header;
      if (name.toLowerCase().startsWith('include')) return null;
      prefix = subsection === undefined ? name.toLowerCase() : `${name.toLowerCase()}.${subsection}`;
      continue;
    }
    const { key, value } = setting.exec(line)?.groups ?? {};
    if (key === undefined || value === undefined || prefix === null) return null;
    values.set(`${prefix}.${key.toLowerCase()}`, value);
  }
  return values;
}
