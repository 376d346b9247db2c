// SPDX-License-Identifier: Apache-2.0
import { notParsed, parsed, type Parsed } from './parsed.ts';

/** Strict JSON; a byte order mark in front is allowed. */
export function parseJson(text: string): Parsed<unknown> {
  try {
    return parsed(JSON.parse(text.charCodeAt(0) === 0xfe_ff ? text.slice(1) : text));
  } catch (cause) {
    return notParsed('JSON', cause);
  }
}

/** JSON as tsconfig.json, bun.lock and their like write it: with comments and trailing commas. */
export function parseJsonWithComments(text: string): Parsed<unknown> {
  const strict = parseJson(text);
  return strict.ok ? strict : parseJson(withoutTrailingCommas(withoutComments(text)));
}

const stringToken = /"(?:[^"\\\n]|\\.)*"?/uy;

/** Comments become one space. One pass, each character looked at once. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length;) {
    const next = text[at] === '/' ? endOfComment(text, at) : null;
    if (next !== null) {
      kept.push(text.slice(from, at), ' ');
      from = next;
      at = next;
    } else {
      at = text[at] === '"' ? endOfString(text, at) : at + 1;
    }
  }
  kept.push(text.slice(from));
  return kept.join('');
}

function endOfComment(text: string, at: number): number | null {
  const kind = text[at + 1];
  if (kind !== '/' && kind !== '*') return null;
  const end = text.indexOf(kind === '/' ? '\n' : '*/', at + 2);
  if (end === -1) return text.length;
  return kind === '/' ? end : end + 2;
}

function endOfString(text: string, at: number): number {
  stringToken.lastIndex = at;
  return stringToken.test(text) ? Math.max(stringToken.lastIndex, at + 1) : at + 1;
}

function withoutTrailingCommas(text: string): string {
  const kept: string[] = [];
  let from = 0;
  let comma = -1;
  for (let at = 0; at < text.length;) {
    const character = text[at] ?? '';
    if ((character === ']' || character === '}') && comma !== -1) {
      kept.push(text.slice(from, comma));
      from = comma + 1;
    }
    if (character.trim() !== '') comma = character === ',' ? at : -1;
    at = character === '"' ? endOfString(text, at) : at + 1;
  }
  kept.push(text.slice(from));
  return kept.join('');
}
