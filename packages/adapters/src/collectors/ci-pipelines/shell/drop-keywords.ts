// SPDX-License-Identifier: Apache-2.0

const openers = new Set([
  'if',
  'then',
  'elif',
  'else',
  'do',
  'while',
  'until',
  '!',
  'time',
  '{',
  '}',
  'fi',
  'done',
  'esac',
]);
const headers = new Set(['for', 'case', 'select', 'function', 'in']);
const assignment = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;

/** The words of a command without the shell's own keywords before it; nothing is left of a `for` or `case` header. */
export function dropKeywords(words: readonly string[]): readonly string[] {
  let from = 0;
  while (from < words.length && openers.has(words[from] ?? '')) from += 1;
  return headers.has(words[from] ?? '') ? [] : words.slice(from);
}

/** The words without the variable assignments before the command; only assignments are left where there is no command. */
export function dropAssignments(words: readonly string[]): readonly string[] {
  let from = 0;
  while (from < words.length && assignment.test(words[from] ?? '')) from += 1;
  return words.slice(from);
}
