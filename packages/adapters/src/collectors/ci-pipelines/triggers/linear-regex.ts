// SPDX-License-Identifier: Apache-2.0

/**
 * A matcher for patterns that a repository brings along, in time linear in the text for each pattern: a Thompson
 * automaton, no backtracking. It knows literals, `.`, classes, groups, `|`, `* + ? {m,n}`, `^` and `$`.
 */
export type LinearRegex = { readonly test: (text: string) => boolean };

type Test = (char: string) => boolean;
type State = { readonly test: Test | 'start' | 'end' | null; readonly next: number[] };
type Piece = { readonly from: number; readonly to: number };

const statesMax = 2000;

class Unsupported extends Error {}

/** Null where the pattern uses anything else (look-around, back references): then nothing can be said. */
export function compileLinearRegex(
  pattern: string,
  options: { readonly ignoreCase?: boolean } = {},
): LinearRegex | null {
  const parser = { pattern, position: 0, states: [] as State[], ignoreCase: options.ignoreCase ?? false, depth: 0 };
  try {
    const piece = parseChoice(parser);
    if (parser.position < pattern.length) return null;
    const { states } = parser;
    const automaton = { states, piece, anchored: isAnchored(states, piece) };
    return { test: (text) => run(automaton, text) };
  } catch (error) {
    if (error instanceof Unsupported) return null;
    throw error;
  }
}

type Parser = {
  readonly pattern: string;
  position: number;
  readonly states: State[];
  readonly ignoreCase: boolean;
  depth: number;
};

function state(parser: Parser, test: State['test'], next: number[] = []): number {
  if (parser.states.length >= statesMax) throw new Unsupported();
  parser.states.push({ test, next });
  return parser.states.length - 1;
}

function link(parser: Parser, from: number, to: number): void {
  parser.states[from]?.next.push(to);
}

function parseChoice(parser: Parser): Piece {
  parser.depth += 1;
  if (parser.depth > 50) throw new Unsupported();
  const choices = [parseSequence(parser)];
  while (parser.pattern[parser.position] === '|') {
    parser.position += 1;
    choices.push(parseSequence(parser));
  }
  parser.depth -= 1;
  const [only] = choices;
  if (choices.length === 1 && only) return only;
  const [from, to] = [state(parser, null), state(parser, null)];
  for (const choice of choices) {
    link(parser, from, choice.from);
    link(parser, choice.to, to);
  }
  return { from, to };
}

function parseSequence(parser: Parser): Piece {
  const from = state(parser, null);
  let to = from;
  while (parser.position < parser.pattern.length && !/[|)]/.test(parser.pattern[parser.position] ?? '')) {
    const piece = parseRepeated(parser);
    link(parser, to, piece.from);
    to = piece.to;
  }
  return { from, to };
}

function parseRepeated(parser: Parser): Piece {
  const start = parser.position;
  let piece = parseAtom(parser);
  const end = parser.position;
  const bounds = readBounds(parser);
  if (bounds === null) return piece;
  const again = (): Piece => {
    const after = parser.position;
    parser.position = start;
    const copy = parseAtom(parser);
    parser.position = after;
    return copy;
  };
  if (end === start) throw new Unsupported();
  const [least, most] = bounds;
  const [from, to] = [state(parser, null), state(parser, null)];
  let last = from;
  for (let count = 0; count < least; count += 1) {
    link(parser, last, piece.from);
    last = piece.to;
    piece = again();
  }
  if (most === null) {
    link(parser, last, piece.from);
    link(parser, piece.to, piece.from);
    link(parser, piece.to, to);
  } else {
    for (let count = least; count < most; count += 1) {
      link(parser, last, to);
      link(parser, last, piece.from);
      last = piece.to;
      piece = again();
    }
  }
  link(parser, last, to);
  return { from, to };
}

function readBounds(parser: Parser): readonly [number, number | null] | null {
  const rest = parser.pattern.slice(parser.position, parser.position + 12);
  const braces = /^\{(\d{1,2})(,(\d{0,2}))?\}/.exec(rest);
  const bounds: readonly [number, number | null] | null = rest.startsWith('*')
    ? [0, null]
    : rest.startsWith('+')
      ? [1, null]
      : rest.startsWith('?')
        ? [0, 1]
        : braces
          ? [
              Number(braces[1]),
              braces[2] === undefined ? Number(braces[1]) : braces[3] === '' ? null : Number(braces[3]),
            ]
          : null;
  if (bounds === null) return null;
  parser.position += braces ? braces[0].length : 1;
  if (parser.pattern[parser.position] === '?') parser.position += 1;
  return bounds;
}

function parseAtom(parser: Parser): Piece {
  const char = parser.pattern[parser.position] ?? '';
  parser.position += 1;
  if (char === '(') return parseGroup(parser);
  if (char === '^') return single(parser, 'start');
  if (char === '$') return single(parser, 'end');
  if (char === '.') return single(parser, (other) => other !== '\n');
  if (char === '[') return single(parser, parseClass(parser));
  if (char === '\\') return single(parser, parseEscape(parser));
  if (/[*+?]/.test(char)) throw new Unsupported();
  return single(parser, sameChar(char, parser.ignoreCase));
}

function parseGroup(parser: Parser): Piece {
  if (parser.pattern.startsWith('?:', parser.position)) parser.position += 2;
  else if (parser.pattern[parser.position] === '?') throw new Unsupported();
  const inner = parseChoice(parser);
  if (parser.pattern[parser.position] !== ')') throw new Unsupported();
  parser.position += 1;
  return inner;
}

function single(parser: Parser, test: State['test']): Piece {
  const to = state(parser, null);
  return { from: state(parser, test, [to]), to };
}

const sameChar = (char: string, ignoreCase: boolean): Test =>
  ignoreCase ? (other) => other.toLowerCase() === char.toLowerCase() : (other) => other === char;

function parseEscape(parser: Parser): Test {
  const char = parser.pattern[parser.position] ?? '';
  parser.position += 1;
  if (char === 'd') return (other) => /\d/.test(other);
  if (char === 'w') return (other) => /\w/.test(other);
  if (char === 's') return (other) => /\s/.test(other);
  if (char === 'D') return (other) => !/\d/.test(other);
  if (char === 'W') return (other) => !/\w/.test(other);
  if (char === 'S') return (other) => !/\s/.test(other);
  if (/[A-Za-z0-9]/.test(char)) throw new Unsupported();
  return sameChar(char, parser.ignoreCase);
}

function parseClass(parser: Parser): Test {
  const negated = parser.pattern[parser.position] === '^';
  if (negated) parser.position += 1;
  const tests: Test[] = [];
  for (let first = true; ; first = false) {
    const char = parser.pattern[parser.position];
    if (char === undefined) throw new Unsupported();
    parser.position += 1;
    if (char === ']' && !first) break;
    if (char === '\\') tests.push(parseEscape(parser));
    else if (parser.pattern[parser.position] === '-' && (parser.pattern[parser.position + 1] ?? ']') !== ']') {
      const high = parser.pattern[parser.position + 1] ?? '';
      parser.position += 2;
      tests.push((other) => other >= char && other <= high);
    } else tests.push(sameChar(char, parser.ignoreCase));
  }
  return (other) => tests.some((test) => test(other)) !== negated;
}

type Automaton = { readonly states: readonly State[]; readonly piece: Piece; readonly anchored: boolean };

/** Whether a match can begin at the start of the text alone: elsewhere no way leads from the first state. */
function isAnchored(states: readonly State[], piece: Piece): boolean {
  const later = new Set<number>();
  enter(states, piece.from, later, { isStart: false, isEnd: false });
  return ![...later].some(
    (id) => id === piece.to || typeof states[id]?.test === 'function' || states[id]?.test === 'end',
  );
}

function run({ states, piece, anchored }: Automaton, text: string): boolean {
  let current = new Set<number>();
  for (let index = 0; index <= text.length; index += 1) {
    if (index === 0 || !anchored)
      enter(states, piece.from, current, { isStart: index === 0, isEnd: index === text.length });
    if (current.has(piece.to)) return true;
    if (index === text.length || (anchored && current.size === 0)) break;
    const char = text[index] ?? '';
    const next = new Set<number>();
    for (const id of current) {
      const { test, next: after } = states[id] ?? { test: null, next: [] };
      if (typeof test === 'function' && test(char))
        for (const to of after) enter(states, to, next, { isStart: false, isEnd: index + 1 === text.length });
    }
    current = next;
  }
  return current.has(piece.to);
}

type Where = { readonly isStart: boolean; readonly isEnd: boolean };

function enter(states: readonly State[], first: number, into: Set<number>, { isStart, isEnd }: Where): void {
  const pending = [first];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (into.has(id)) continue;
    into.add(id);
    const { test, next } = states[id] ?? { test: null, next: [] };
    if (test === null || (test === 'start' && isStart) || (test === 'end' && isEnd)) pending.push(...next);
  }
}
