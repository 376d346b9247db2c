// SPDX-License-Identifier: Apache-2.0
import { allOf, anyOf, notOf, type Ternary } from '../three-valued.ts';
import { compileLinearRegex } from '../triggers/linear-regex.ts';

/** The value is whatever the author compares it with: the project's own name in its own configuration. */
export const ownProject: unique symbol = Symbol('own project');

/** Variables of a pipeline: their text, null where it is not set, undefined where nobody knows. */
export type Variables = (name: string) => string | null | undefined | typeof ownProject;

type Token = {
  readonly kind: 'variable' | 'string' | 'regex' | 'null' | 'operator';
  readonly text: string;
  readonly flags?: string;
};
type Reader = { readonly tokens: readonly Token[]; position: number; readonly variables: Variables; depth: number };

class Invalid extends Error {}

/** GitLab's `rules:if` language, as far as `variables` are known; `unknown` for what cannot be evaluated. */
export function evaluateGitlab(source: string, variables: Variables): Ternary {
  try {
    const reader: Reader = { tokens: tokenize(source.slice(0, 5000)), position: 0, variables, depth: 0 };
    const result = parseOr(reader);
    return reader.position === reader.tokens.length ? result : 'unknown';
  } catch (error) {
    if (error instanceof Invalid) return 'unknown';
    throw error;
  }
}

const pattern =
  /\s+|\$\{?(\w+)\}?|"([^"]*)"|'([^']*)'|\/((?:[^/\\\n]|\\.)+)\/([a-z]*)|(null)\b|(==|!=|=~|!~|&&|\|\||[()!])/y;

function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < source.length) {
    const match = pattern.exec(source);
    if (match === null) throw new Invalid();
    const [, variable, double, single, regex, flags, none, operator] = match;
    if (variable !== undefined) tokens.push({ kind: 'variable', text: variable });
    else if (regex !== undefined) tokens.push({ kind: 'regex', text: regex, flags: flags ?? '' });
    else if (none !== undefined) tokens.push({ kind: 'null', text: '' });
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator });
    else if (double !== undefined || single !== undefined)
      tokens.push({ kind: 'string', text: double ?? single ?? '' });
  }
  return tokens;
}

function parseOr(reader: Reader): Ternary {
  const values = [parseAnd(reader)];
  while (takes(reader, '||')) values.push(parseAnd(reader));
  return anyOf(values);
}

function parseAnd(reader: Reader): Ternary {
  const values = [parseTest(reader)];
  while (takes(reader, '&&')) values.push(parseTest(reader));
  return allOf(values);
}

function parseTest(reader: Reader): Ternary {
  reader.depth += 1;
  if (reader.depth > 200) throw new Invalid();
  if (takes(reader, '!')) return notOf(parseTest(reader));
  if (takes(reader, '(')) {
    const inner = parseOr(reader);
    if (!takes(reader, ')')) throw new Invalid();
    return inner;
  }
  const left = operand(reader);
  for (const operator of ['==', '!=', '=~', '!~']) {
    if (!takes(reader, operator)) continue;
    const right = operand(reader);
    const equal = operator.endsWith('~') ? matches(left, right) : same(left, right);
    return operator.startsWith('!') ? notOf(equal) : equal;
  }
  return left.value === undefined ? 'unknown' : left.value === null || left.value === '' ? 'no' : 'yes';
}

type Operand = {
  readonly value: ReturnType<Variables>;
  readonly regex?: { readonly source: string; readonly flags: string };
};

function operand(reader: Reader): Operand {
  const token = reader.tokens[reader.position];
  reader.position += 1;
  if (token === undefined || token.kind === 'operator') throw new Invalid();
  if (token.kind === 'variable') return { value: reader.variables(token.text) };
  if (token.kind === 'null') return { value: null };
  if (token.kind === 'regex') return { value: undefined, regex: { source: token.text, flags: token.flags ?? '' } };
  return { value: token.text };
}

function same(left: Operand, right: Operand): Ternary {
  if (left.value === undefined || right.value === undefined) return 'unknown';
  if (left.value === ownProject || right.value === ownProject) return 'yes';
  return left.value === right.value ? 'yes' : 'no';
}

function matches(left: Operand, right: Operand): Ternary {
  const written = right.regex ?? regexOf(right.value);
  if (written === null || left.value === undefined) return 'unknown';
  if (left.value === null) return 'no';
  if (left.value === ownProject) return 'yes';
  const regex = compileLinearRegex(written.source.replaceAll('\\/', '/'), { ignoreCase: written.flags.includes('i') });
  return regex === null ? 'unknown' : regex.test(left.value) ? 'yes' : 'no';
}

function regexOf(text: ReturnType<Variables>): { readonly source: string; readonly flags: string } | null {
  const match = /^\/(.*)\/([a-z]*)$/s.exec(typeof text === 'string' ? text : '');
  return match ? { source: match[1] ?? '', flags: match[2] ?? '' } : null;
}

function takes(reader: Reader, operator: string): boolean {
  const token = reader.tokens[reader.position];
  if (token?.kind !== 'operator' || token.text !== operator) return false;
  reader.position += 1;
  return true;
}
