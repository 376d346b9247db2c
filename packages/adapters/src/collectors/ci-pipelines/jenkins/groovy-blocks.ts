// SPDX-License-Identifier: Apache-2.0
import type { GroovyToken } from './groovy-tokens.ts';

/**
 * A call of the pipeline language: `name args { body }` or `name(args) { body }`. Arguments are the texts of its strings
 * and words, named ones under their name; the language is read, never evaluated.
 */
export type GroovyCall = {
  readonly name: string;
  readonly line: number;
  readonly args: readonly GroovyArgument[];
  readonly body: readonly GroovyCall[] | null;
};

export type GroovyArgument = {
  readonly name: string | null;
  readonly text: string;
  readonly line: number;
  readonly isString: boolean;
  readonly interpolated: boolean;
  readonly keepsLines: boolean;
};

type Reader = { readonly tokens: readonly GroovyToken[]; position: number };

const depthMax = 60;
const notCalls = new Set([
  'if',
  'else',
  'try',
  'catch',
  'finally',
  'for',
  'while',
  'switch',
  'case',
  'return',
  'def',
  'new',
  'throw',
  'import',
  'final',
  'static',
  'in',
  'true',
  'false',
  'null',
  'String',
  'boolean',
  'int',
  'List',
  'Map',
  'void',
]);

/** The calls of a source, nested by braces. Control flow is transparent: both branches of an `if` count. */
export function groovyBlocks(tokens: readonly GroovyToken[]): readonly GroovyCall[] {
  return readBlock({ tokens, position: 0 }, 0);
}

function readBlock(reader: Reader, depth: number): readonly GroovyCall[] {
  const calls: GroovyCall[] = [];
  while (reader.position < reader.tokens.length) {
    const token = reader.tokens[reader.position];
    if (token === undefined) break;
    reader.position += 1;
    if (token.kind === 'symbol' && token.text === '}') return calls;
    if (token.kind === 'symbol' && token.text === '{') {
      if (depth < depthMax) calls.push(...readBlock(reader, depth + 1));
    } else if (token.kind === 'word' && !notCalls.has(token.text) && !isKeyOrTarget(reader))
      calls.push(readCall(token, reader, depth));
  }
  return calls;
}

/** A word before `:` or `=` names something; it is no call. */
function isKeyOrTarget({ tokens, position }: Reader): boolean {
  const next = tokens[position];
  if (next?.kind !== 'symbol') return false;
  if (next.text === ':') return true;
  const after = tokens[position + 1];
  return next.text === '=' && !(after?.kind === 'symbol' && after.text === '=');
}

function readCall(word: GroovyToken & { kind: 'word' }, reader: Reader, depth: number): GroovyCall {
  const args: GroovyArgument[] = [];
  const bodies: (readonly GroovyCall[])[] = [];
  let open = 0;
  let name: string | null = null;
  for (; reader.position < reader.tokens.length; reader.position += 1) {
    const token = reader.tokens[reader.position];
    if (token === undefined) break;
    if (token.kind === 'newline') {
      if (open > 0 || continues(reader)) continue;
      break;
    }
    if (token.kind === 'string') args.push(argumentOf(token, name));
    else if (token.kind === 'word') {
      const next = reader.tokens[reader.position + 1];
      if (next?.kind === 'symbol' && next.text === ':') name = token.text;
      else args.push(argumentOf(token, name));
    } else if (token.text === '(' || token.text === '[') open += 1;
    else if (token.text === ')' || token.text === ']') {
      open -= 1;
      if (open < 0) break;
    } else if (token.text === '{') {
      reader.position += 1;
      bodies.push(depth < depthMax ? readBlock(reader, depth + 1) : []);
      reader.position -= 1;
      if (open === 0 && !followedByBody(reader)) {
        reader.position += 1;
        break;
      }
    } else if (token.text === '}' || (token.text === ';' && open === 0)) break;
    else if (token.text === ',') name = null;
    if (args.length > 2000) break;
  }
  return { name: word.text, line: word.line, args, body: bodies.length === 0 ? null : bodies.flat() };
}

function argumentOf(token: GroovyToken & { kind: 'word' | 'string' }, name: string | null): GroovyArgument {
  const { text, line } = token;
  if (token.kind === 'word') return { name, text, line, isString: false, interpolated: false, keepsLines: false };
  return { name, text, line, isString: true, interpolated: token.interpolated, keepsLines: token.keepsLines };
}

/** A comma or an opening bracket at the end of a line lets the call go on. */
function continues({ tokens, position }: Reader): boolean {
  const before = tokens[position - 1];
  const after = tokens.slice(position, position + 20).find((token) => token.kind !== 'newline');
  if (before?.kind === 'symbol' && (before.text === ',' || before.text === '+')) return true;
  return after?.kind === 'symbol' && (after.text === '+' || after.text === '.');
}

function followedByBody({ tokens, position }: Reader): boolean {
  const next = tokens[position + 1];
  return next?.kind === 'symbol' && next.text === ',';
}
