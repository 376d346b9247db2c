// SPDX-License-Identifier: Apache-2.0
import { compileLinearRegex, type LinearRegex } from './linear-regex.ts';

const never: LinearRegex = { test: () => false };

const knownMax = 500;
const knownLengthMax = 200;
const known = new Map<string, LinearRegex>();

/**
 * A glob of branch and path filters: `*` within a part, `**` across parts, `?`, `+`, `[…]`. In GitHub's filters `?` and `+`
 * repeat the character before; elsewhere `?` is one character and `{a,b}` a choice. One list of filters often stands in
 * every workflow: some are kept.
 */
export function compileGlob(glob: string, style: 'github' | 'plain' = 'plain'): LinearRegex {
  const key = `${style} ${glob}`;
  const compiled = known.get(key) ?? compile(glob, style);
  if (known.size >= knownMax) known.clear();
  if (glob.length <= knownLengthMax) known.set(key, compiled);
  return compiled;
}

function compile(glob: string, style: 'github' | 'plain'): LinearRegex {
  let pattern = '^';
  let braces = 0;
  const text = glob.slice(0, 500);
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (text.startsWith('**/', index)) {
      pattern += '(?:.*/)?';
      index += 2;
    } else if (text.startsWith('**', index)) {
      pattern += '.*';
      index += 1;
    } else if (char === '*') pattern += '[^/]*';
    else if (char === '?' || char === '+') pattern += style === 'github' ? char : char === '?' ? '[^/]' : '\\+';
    else if (char === '[' && text.indexOf(']', index) > index + 1) {
      const close = text.indexOf(']', index);
      pattern += `[${text
        .slice(index + 1, close)
        .replaceAll('\\', '')
        .replace(/^!/, '^')}]`;
      index = close;
    } else if (char === '{' && style === 'plain' && text.includes('}', index)) {
      braces += 1;
      pattern += '(?:';
    } else if (char === '}' && braces > 0) {
      braces -= 1;
      pattern += ')';
    } else if (char === ',' && braces > 0) pattern += '|';
    else pattern += /[\w/\s-]/.test(char) ? char : `\\${char}`;
  }
  return screened(text, style, compileLinearRegex(`${pattern}$`) ?? never);
}

/** Most paths differ in how they begin or end: the automaton, some hundred times slower, sees only the others. */
function screened(glob: string, style: 'github' | 'plain', regex: LinearRegex): LinearRegex {
  const first = glob.search(style === 'github' ? /[*?+[]/ : /[*?[{]/);
  if (first === -1) return regex;
  // GitHub's `?` makes the character before it optional.
  const start = glob.slice(0, style === 'github' && glob[first] === '?' ? Math.max(0, first - 1) : first);
  const last = /[^*?+[\]{}]*$/.exec(glob)?.[0] ?? '';
  // `**/` stands for nothing at all, too.
  const end = last.startsWith('/') && glob.endsWith(`**${last}`) ? last.slice(1) : last;
  if (glob === `${start}**`) return { test: (text) => text.startsWith(start) && !text.includes('\n') };
  return { test: (text) => text.startsWith(start) && text.endsWith(end) && regex.test(text) };
}
