// SPDX-License-Identifier: Apache-2.0

/** The expression language of GitHub and Forgejo Actions. A `ref` is a dotted path in lower case; `*` for any element. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'ref'; readonly path: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression };

type Token = { readonly kind: 'string' | 'number' | 'name' | 'symbol'; readonly text: string };

const tokensMax = 2000;
const depthMax = 100;

class Invalid extends Error {}

const knownMax = 2000;
const knownLengthMax = 1000;
const known = new Map<string, Expression | null>();

/**
 * Null where the text is no expression. The text comes without `${{ }}`. What is short is kept for the next time: one
 * condition is asked for every combination of a matrix.
 */
export function parseExpression(text: string): Expression | null {
  const before = known.get(text);
  if (before !== undefined) return before;
  const expression = parse(text);
  if (text.length > knownLengthMax) return expression;
  if (known.size >= knownMax) known.clear();
  known.set(text, expression);
  return expression;
}

function parse(text: string): Expression | null {
  try {
    const reader = { tokens: tokenize(text.slice(0, 20_000)), position: 0, depth: 0 };
    const expression = parseBinary(reader, 0);
    return reader.position === reader.tokens.length ? expression : null;
  } catch (error) {
    if (error instanceof Invalid) return null;
    throw error;
  }
}

type Reader = { readonly tokens: readonly Token[]; position: number; depth: number };

const pattern =
  /\s+|'(?:[^']|'')*'|[+-]?(?:0x[\da-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w])|[A-Za-z_][\w-]*|&&|\|\||==|!=|<=|>=|[!<>()[\].,*]/y;

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text)?.[0];
    if (found === undefined || tokens.length > tokensMax) throw new Invalid();
    if (found.trim() === '') continue;
    if (found.startsWith("'")) tokens.push({ kind: 'string', text: found.slice(1, -1).replaceAll("''", "'") });
    else if (/^[+-]?\d/.test(found)) tokens.push({ kind: 'number', text: found });
    else if (/^[A-Za-z_]/.test(found)) tokens.push({ kind: 'name', text: found });
    else tokens.push({ kind: 'symbol', text: found });
  }
  return tokens;
}

const levels: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!='], ['<', '>', '<=', '>=']];

function parseBinary(reader: Reader, level: number): Expression {
  const operators = levels[level];
  if (!operators) return parseUnary(reader);
  let left = parseBinary(reader, level + 1);
  for (;;) {
    const token = reader.tokens[reader.position];
    if (token?.kind !== 'symbol' || !operators.includes(token.text)) return left;
    reader.position += 1;
    left = { kind: 'binary', operator: token.text, left, right: parseBinary(reader, level + 1) };
  }
}

function parseUnary(reader: Reader): Expression {
  reader.depth += 1;
  if (reader.depth > depthMax) throw new Invalid();
  const result = takes(reader, '!') ? ({ kind: 'not', of: parseUnary(reader) } as const) : parsePrimary(reader);
  reader.depth -= 1;
  return result;
}

function parsePrimary(reader: Reader): Expression {
  if (takes(reader, '(')) {
    const inner = parseBinary(reader, 0);
    expect(reader, ')');
    // `(a || b).c` does not occur in practice: what follows a bracket is dropped with the value unknown.
    return inner;
  }
  const token = reader.tokens[reader.position];
  reader.position += 1;
  if (token === undefined || token.kind === 'symbol') throw new Invalid();
  if (token.kind === 'string') return { kind: 'literal', value: token.text };
  if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) };
  return parseName(reader, token.text);
}

function parseName(reader: Reader, name: string): Expression {
  const lower = name.toLowerCase();
  if (lower === 'true' || lower === 'false') return { kind: 'literal', value: lower === 'true' };
  if (lower === 'null') return { kind: 'literal', value: null };
  if (takes(reader, '(')) {
    const args: Expression[] = [];
    if (!takes(reader, ')')) {
      do args.push(parseBinary(reader, 0));
      while (takes(reader, ','));
      expect(reader, ')');
    }
    const call: Expression = { kind: 'call', name: lower, args };
    // `fromJSON(x).name`: the value's part is still made of the arguments.
    readPath(reader, '');
    return call;
  }
  // Forgejo and Gitea name the same context after themselves.
  const context = lower === 'forge' || lower === 'forgejo' || lower === 'gitea' ? 'github' : lower;
  return { kind: 'ref', path: readPath(reader, context) };
}

function readPath(reader: Reader, start: string): string {
  let path = start;
  for (;;) {
    if (takes(reader, '.')) {
      const next = reader.tokens[reader.position];
      if (next === undefined || (next.kind !== 'name' && next.text !== '*')) throw new Invalid();
      reader.position += 1;
      path += `.${next.text.toLowerCase()}`;
    } else if (takes(reader, '[')) {
      const index = parseBinary(reader, 0);
      expect(reader, ']');
      path += index.kind === 'literal' && typeof index.value === 'string' ? `.${index.value.toLowerCase()}` : '.*';
    } else return path;
  }
}

function takes(reader: Reader, symbol: string): boolean {
  const token = reader.tokens[reader.position];
  if (token?.kind !== 'symbol' || token.text !== symbol) return false;
  reader.position += 1;
  return true;
}

function expect(reader: Reader, symbol: string): void {
  if (!takes(reader, symbol)) throw new Invalid();
}
