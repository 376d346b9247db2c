// SPDX-License-Identifier: Apache-2.0
import { licenseExceptions, licenseIds } from './license-list.ts';

/** A licence as a package states it: an SPDX identifier, an SPDX expression, or other words. */
export type StatedLicense = { readonly kind: 'id' | 'expression' | 'words'; readonly text: string };

const textMax = 1000;
const token = /[()]|[^\s()]+/g;
const reference = /^(?:DocumentRef-[\w.-]{1,100}:)?LicenseRef-[\w.-]{1,200}$/;
const byLowerCase = new Map([...licenseIds, ...licenseExceptions].map((id) => [id.toLowerCase(), id]));

/**
 * Tells what kind of statement a licence is, with identifiers and operators in their own spelling (SPDX 2.3 annex D:
 * both are compared without case). Whatever is no whole expression of known identifiers is words.
 *
 * @example
 * readLicense('(mit OR Apache-2.0)'); // { kind: 'expression', text: '(MIT OR Apache-2.0)' }
 */
export function readLicense(stated: string): StatedLicense {
  const text = stated.trim().slice(0, textMax);
  const spelled = (text.match(token) ?? []).map(spell);
  if (spelled.length === 1 && licenseIds.has(spelled[0] ?? '')) return { kind: 'id', text: spelled[0] ?? '' };
  if (!isExpression(spelled)) return { kind: 'words', text };
  return { kind: 'expression', text: spelled.join(' ').replaceAll('( ', '(').replaceAll(' )', ')') };
}

function spell(word: string): string {
  const upper = word.toUpperCase();
  if (upper === 'AND' || upper === 'OR' || upper === 'WITH') return upper;
  const plus = word.endsWith('+') && !byLowerCase.has(word.toLowerCase());
  const id = byLowerCase.get((plus ? word.slice(0, -1) : word).toLowerCase());
  return id === undefined ? word : `${id}${plus ? '+' : ''}`;
}

/** Operands and operators take turns, an exception follows WITH, and every parenthesis is closed. */
function isExpression(words: readonly string[]): boolean {
  let open = 0;
  let expects: 'operand' | 'operator' | 'exception' = 'operand';
  for (const word of words) {
    if (word === '(' && expects === 'operand') open += 1;
    else if (word === ')' && expects === 'operator' && open > 0) open -= 1;
    else if (expects === 'operand' && isLicense(word)) expects = 'operator';
    else if (expects === 'operator' && (word === 'AND' || word === 'OR')) expects = 'operand';
    else if (expects === 'operator' && word === 'WITH') expects = 'exception';
    else if (expects === 'exception' && licenseExceptions.has(word)) expects = 'operator';
    else return false;
  }
  return open === 0 && expects === 'operator';
}

function isLicense(word: string): boolean {
  return licenseIds.has(word) || (word.endsWith('+') && licenseIds.has(word.slice(0, -1))) || reference.test(word);
}
