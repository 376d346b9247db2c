// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { notParsed, parsed, type Parsed } from '../../../platform/syntax/parsed.ts';

/** `needs`: name and range of each dependency, only where they are asked for. */
export type YarnBlock = {
  readonly descriptors: readonly string[];
  readonly fields: Map<string, string>;
  readonly needs: (readonly [name: string, range: string])[];
};

const dependencyTables: ReadonlySet<string> = new Set(['dependencies', 'optionalDependencies']);

/** Yarn 1 has a syntax of its own; that of Yarn 2 and later (berry) is YAML. */
export type YarnBlocks = { readonly berry: boolean; readonly blocks: readonly YarnBlock[] };

/** The blocks of a yarn.lock of either syntax: a line of descriptors that ends in a colon, then two-space fields. */
export function readYarnBlocks(text: string, options: { readonly needs?: boolean } = {}): Parsed<YarnBlocks> {
  const berry = /^__metadata:/mu.test(text);
  if (!berry && !text.includes('# yarn lockfile v1'))
    return notParsed('yarn.lock', new Error('neither Yarn 1 nor later'));
  const blocks: YarnBlock[] = [];
  let table = '';
  for (const { text: line } of linesOf(text)) {
    if (line === '' || line.startsWith('#')) continue;
    if (!line.startsWith(' ')) {
      blocks.push({ descriptors: descriptorsOf(line), fields: new Map(), needs: [] });
      continue;
    }
    if (line.startsWith('    ')) {
      if (options.needs === true && dependencyTables.has(table)) blocks.at(-1)?.needs.push(...needIn(line));
      continue;
    }
    table = options.needs === true ? line.trim().replace(/:$/u, '') : '';
    const [, key, value] = /^ {2}(\w+):? "?([^"]*)"?$/u.exec(line) ?? [];
    if (key !== undefined && value !== undefined) blocks.at(-1)?.fields.set(key, value);
  }
  return parsed({ berry, blocks });
}

/** `    "@a/b" "^1.0.0"` of Yarn 1, `    "@a/b": "npm:^1.0.0"` of later ones. */
function needIn(line: string): readonly (readonly [string, string])[] {
  const [, name, range] = /^ {4}"?([^\s":]{1,214})"?:? "?([^"]{0,500})"?$/u.exec(line) ?? [];
  return name === undefined || range === undefined ? [] : [[name, range]];
}

/** `"a@^1, a@^2":` and `a@^1, "b@>= 2":` alike. */
function descriptorsOf(line: string): readonly string[] {
  return line
    .replace(/:\s*$/u, '')
    .replaceAll('"', '')
    .split(',')
    .map((descriptor) => descriptor.trim())
    .filter((descriptor) => descriptor !== '');
}
