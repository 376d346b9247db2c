// SPDX-License-Identifier: Apache-2.0

/** One step of a program: consume a character that fits, go on in one or two ways, or accept. */
type Step =
  | { readonly kind: 'take'; readonly fits: (char: string) => boolean; readonly next: number }
  | { readonly kind: 'split'; readonly next: readonly number[] }
  | { readonly kind: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'accept' };

type Node =
  | { readonly kind: 'take'; readonly fits: (char: string) => boolean }
  | { readonly kind: 'start' | 'end' | 'empty' }
  | { readonly kind: 'all'; readonly nodes: readonly Node[] }
  | { readonly kind: 'either'; readonly nodes: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly least: number; readonly most: number };

const stepsMax = 4_000;
const repeatMax = 100;
const lengthMax = 1_000;

class NotUnderstood extends Error {}

/**
 * A regular expression as Go and Ruby know it, without look-around and back-references, run in time linear in the text
 * (a set of states, no backtracking): expressions of a repository must not be given to a backtracking engine. Null for
 * what is not understood. Finds the expression anywhere in the text.
 */
export function linearExpression(source: string): ((text: string) => boolean) | null {
  if (source.length > lengthMax) return null;
  try {
    const parser = new Parser([...source]);
    const steps: Step[] = [];
    const start = emit(parser.parse(), steps, push(steps, { kind: 'accept' }));
    return (text) => run(steps, start, [...text]);
  } catch (error) {
    // A nested expression can also exhaust the stack: both are the expression's fault.
    if (error instanceof NotUnderstood || error instanceof RangeError) return null;
    throw error;
  }
}

function push(steps: Step[], step: Step): number {
  if (steps.length >= stepsMax) throw new NotUnderstood('too long');
  return steps.push(step) - 1;
}

/** Writes the program backwards: each node is told where it goes on. */
function emit(node: Node, steps: Step[], next: number): number {
  switch (node.kind) {
    case 'empty':
      return next;
    case 'start':
    case 'end':
      return push(steps, { kind: node.kind, next });
    case 'take':
      return push(steps, { kind: 'take', fits: node.fits, next });
    case 'all':
      return node.nodes.reduceRight((after, part) => emit(part, steps, after), next);
    case 'either':
      return push(steps, { kind: 'split', next: node.nodes.map((part) => emit(part, steps, next)) });
    case 'repeat':
      return emitRepeat(node, steps, next);
  }
}

function emitRepeat(node: Extract<Node, { readonly kind: 'repeat' }>, steps: Step[], next: number): number {
  let after = next;
  if (node.most === Infinity) {
    const ways: number[] = [];
    const loop = push(steps, { kind: 'split', next: ways });
    ways.push(emit(node.node, steps, loop), next);
    after = loop;
  } else {
    for (let count = node.least; count < node.most; count += 1)
      after = push(steps, { kind: 'split', next: [emit(node.node, steps, after), next] });
  }
  for (let count = 0; count < node.least; count += 1) after = emit(node.node, steps, after);
  return after;
}

function run(steps: readonly Step[], start: number, chars: readonly string[]): boolean {
  let states = new Set<number>();
  for (let at = 0; at <= chars.length; at += 1) {
    states.add(start);
    const here = { start: at === 0, end: at === chars.length };
    if (follow(steps, states, here)) return true;
    const following = new Set<number>();
    for (const state of states) {
      const step = steps[state];
      if (step?.kind === 'take' && at < chars.length && step.fits(chars[at] ?? '')) following.add(step.next);
    }
    states = following;
  }
  return false;
}

/** Adds every state that is reached without a character; true when one of them accepts. */
function follow(
  steps: readonly Step[],
  states: Set<number>,
  here: { readonly start: boolean; readonly end: boolean },
): boolean {
  // A set grows while it is walked, and walks over what was added.
  for (const state of states) {
    const step = steps[state];
    if (step?.kind === 'accept') return true;
    if (step?.kind === 'split') for (const next of step.next) states.add(next);
    if ((step?.kind === 'start' && here.start) || (step?.kind === 'end' && here.end)) states.add(step.next);
  }
  return false;
}

const classes: { readonly [letter: string]: (char: string) => boolean } = {
  d: (char) => /\d/u.test(char),
  w: (char) => /\w/u.test(char),
  s: (char) => /\s/u.test(char),
  D: (char) => /\D/u.test(char),
  W: (char) => /\W/u.test(char),
  S: (char) => /\S/u.test(char),
};

class Parser {
  private at = 0;
  private readonly chars: readonly string[];

  constructor(chars: readonly string[]) {
    this.chars = chars;
  }

  parse(): Node {
    const node = this.either();
    if (this.at < this.chars.length) throw new NotUnderstood(`at ${this.at}`);
    return node;
  }

  private either(): Node {
    const nodes = [this.sequence()];
    while (this.skip('|')) nodes.push(this.sequence());
    return nodes.length === 1 ? (nodes[0] ?? { kind: 'empty' }) : { kind: 'either', nodes };
  }

  private sequence(): Node {
    const nodes: Node[] = [];
    for (let next = this.chars[this.at]; next !== undefined && next !== '|' && next !== ')'; next = this.chars[this.at])
      nodes.push(this.repeated(this.atom()));
    return { kind: 'all', nodes };
  }

  private repeated(node: Node): Node {
    const [least, most] = this.bounds();
    if (most === -1) return node;
    this.skip('?');
    return { kind: 'repeat', node, least, most };
  }

  private bounds(): readonly [number, number] {
    if (this.skip('*')) return [0, Infinity];
    if (this.skip('+')) return [1, Infinity];
    if (this.skip('?')) return [0, 1];
    const [whole, from = '', comma, to] =
      /^\{(\d{1,3})(,(\d{0,3}))?\}/u.exec(this.chars.slice(this.at, this.at + 10).join('')) ?? [];
    if (whole === undefined) return [0, -1];
    this.at += whole.length;
    const most = comma === undefined ? Number(from) : to === '' ? Infinity : Number(to);
    if (Number(from) > repeatMax || (most !== Infinity && most > repeatMax) || most < Number(from))
      throw new NotUnderstood('bounds');
    return [Number(from), most];
  }

  private atom(): Node {
    const char = this.chars[this.at];
    this.at += 1;
    if (char === '(') return this.group();
    if (char === '[') return { kind: 'take', fits: this.set() };
    if (char === '.') return { kind: 'take', fits: () => true };
    if (char === '^') return { kind: 'start' };
    if (char === '$') return { kind: 'end' };
    if (char === '\\') return { kind: 'take', fits: this.escaped() };
    if (char === undefined || '*+?{'.includes(char)) throw new NotUnderstood(`at ${this.at}`);
    return { kind: 'take', fits: (other) => other === char };
  }

  private group(): Node {
    if (this.skip('?') && !this.skip(':')) throw new NotUnderstood('group');
    const node = this.either();
    if (!this.skip(')')) throw new NotUnderstood('group');
    return node;
  }

  private escaped(): (char: string) => boolean {
    const char = this.chars[this.at];
    this.at += 1;
    const known = char === undefined ? undefined : classes[char];
    if (known !== undefined) return known;
    if (char === undefined || /[\p{L}\p{N}]/u.test(char)) throw new NotUnderstood('escape');
    return (other) => other === char;
  }

  private set(): (char: string) => boolean {
    const negated = this.skip('^');
    const tests: ((char: string) => boolean)[] = [];
    for (let first = true; first || this.chars[this.at] !== ']'; first = false) {
      const from = this.chars[this.at];
      if (from === undefined) throw new NotUnderstood('set');
      this.at += 1;
      if (from === '\\') tests.push(this.escaped());
      else if (this.chars[this.at] === '-' && this.chars[this.at + 1] !== ']') {
        const to = this.chars[this.at + 1] ?? '';
        this.at += 2;
        tests.push((char) => from <= char && char <= to);
      } else tests.push((char) => char === from);
    }
    this.at += 1;
    return (char) => tests.some((test) => test(char)) !== negated;
  }

  private skip(char: string): boolean {
    if (this.chars[this.at] !== char) return false;
    this.at += 1;
    return true;
  }
}
