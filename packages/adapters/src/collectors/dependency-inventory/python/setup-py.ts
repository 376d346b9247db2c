// SPDX-License-Identifier: Apache-2.0
import { parsed } from '../../../platform/syntax/parsed.ts';
import type { Dependency, ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';
import { pythonName, pythonRequirement } from './python-name.ts';

const listMax = 20_000;

/**
 * setup.py, as far as it can be read without running it: the literal strings of `install_requires=[…]` and
 * `extras_require={…}`, also through a variable of this file that holds the list.
 */
export const setupPy: ManifestReader = {
  ecosystem: 'pypi',
  lockedBy: ['uv-lock', 'pylock', 'requirements-lock', 'pipfile-lock'],
  matches: named('setup.py'),
  read(text) {
    if (!/\bsetup\s*\(/u.test(text)) return parsed(null);
    const dependencies = ['install_requires', 'extras_require'].flatMap((argument) => listOf(text, argument));
    const name = /\bname\s*=\s*["']([\w.-]{1,200})["']/u.exec(text)?.[1];
    const computed = /\binstall_requires\s*=\s*\w/u.test(text) && dependencies.length === 0;
    const manifest = { name: name === undefined ? null : pythonName(name), dependencies };
    if (dependencies.length === 0 && !computed) return parsed(null);
    return parsed(computed ? { ...manifest, remark: 'it computes its dependencies when it runs' } : manifest);
  },
};

function listOf(text: string, argument: string): readonly Dependency[] {
  const [, value = ''] = new RegExp(`\\b${argument}\\s*=\\s*(\\w{1,100}|[\\[{(])`, 'u').exec(text) ?? [];
  if (value === '') return [];
  const at = /^\w/u.test(value)
    ? literalOf(text, value)
    : text.search(new RegExp(`\\b${argument}\\s*=\\s*[\\[{(]`, 'u'));
  return at === -1 ? [] : stringsFrom(text, at).flatMap((item) => pythonRequirement(item) ?? []);
}

function literalOf(text: string, variable: string): number {
  return text.search(new RegExp(`^${variable}\\s*(?::[^=\\n]{0,100})?=\\s*[\\[{(]`, 'mu'));
}

/** The string literals between the first opening bracket and the one that closes it; keys of a mapping are left out. */
function stringsFrom(text: string, at: number): readonly string[] {
  const area = text.slice(at, at + listMax);
  const tokens = area.matchAll(
    /#[^\n]*|"([^"\\\n]{0,300})"(\s{0,20}:)?|'([^'\\\n]{0,300})'(\s{0,20}:)?|[[({]|[\])}]/gu,
  );
  const found: string[] = [];
  let depth = 0;
  for (const [token, double, doubleKey, single, singleKey] of tokens) {
    if (/^[[({]$/u.test(token)) depth += 1;
    else if (/^[\])}]$/u.test(token)) depth -= 1;
    else if (depth > 0 && doubleKey === undefined && singleKey === undefined)
      found.push(...[double ?? single ?? ''].filter((item) => item !== ''));
    if (depth < 1 && /^[\])}]$/u.test(token)) break;
  }
  return found;
}
