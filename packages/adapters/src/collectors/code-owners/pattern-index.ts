// SPDX-License-Identifier: Apache-2.0
import { matchesPath, type PathPattern } from './glob.ts';

type Entry = { readonly pattern: PathPattern; readonly index: number };

/**
 * Many patterns, asked for one path at a time. Patterns without wildcards (nearly all of them) are looked up by the
 * folders of the path; the others are compared one by one, those with a first folder of their own only below it. So
 * 20,000 paths against 500 rules cost a look-up for each folder of each path.
 */
export class PatternIndex {
  /** By whole path, matched by the path alone. */
  private readonly exact = new Map<string, number[]>();
  /** By folder, matched by everything below (and by the path itself, where `self`). */
  private readonly below = new Map<string, { readonly index: number; readonly self: boolean }[]>();
  /** By name, matched at any depth, itself and everything below. */
  private readonly named = new Map<
    string,
    { readonly index: number; readonly self: boolean; readonly deep: boolean }[]
  >();
  private readonly everything: number[] = [];
  private readonly byFirst = new Map<string, Entry[]>();
  private readonly others: Entry[] = [];

  constructor(patterns: readonly PathPattern[]) {
    for (const [index, pattern] of patterns.entries()) this.add(pattern, index);
  }

  /** Indexes of all patterns that match, in no order. */
  matching(path: string): readonly number[] {
    const segments = path.split('/');
    const found = [...this.everything, ...(this.exact.get(path) ?? [])];
    let folder = '';
    for (const [depth, segment] of segments.entries()) {
      folder = depth === 0 ? segment : `${folder}/${segment}`;
      const last = depth === segments.length - 1;
      for (const { index, self } of this.below.get(folder) ?? []) if (self || !last) found.push(index);
      for (const { index, self, deep } of this.named.get(segment) ?? []) if (last ? self : deep) found.push(index);
    }
    for (const list of [this.byFirst.get(segments[0] ?? '') ?? [], this.others])
      for (const { pattern, index } of list) if (matchesPath(pattern, segments)) found.push(index);
    return found;
  }

  /** The highest index among the patterns that match, or -1: the last rule of a file wins. */
  last(path: string): number {
    return this.matching(path).reduce((best, index) => Math.max(best, index), -1);
  }

  private add(pattern: PathPattern, index: number): void {
    const body = pattern[0]?.kind === 'any' ? pattern.slice(1) : pattern;
    const rooted = body === pattern;
    const literals = body.findIndex((segment) => segment.kind !== 'literal');
    const names = body
      .slice(0, literals < 0 ? body.length : literals)
      .map((segment) => (segment.kind === 'literal' ? segment.text : ''));
    const tail = tailOf(body.slice(names.length));
    if (coversAll(pattern)) this.everything.push(index);
    else if (tail === 'other' || names.length === 0) this.addOther(pattern, index, rooted ? names[0] : undefined);
    else if (!rooted && names.length > 1) this.others.push({ pattern, index });
    else if (!rooted) push(this.named, names[0] ?? '', { index, self: tail !== 'contents', deep: tail !== 'nothing' });
    else if (tail === 'nothing') push(this.exact, names.join('/'), index);
    else push(this.below, names.join('/'), { index, self: tail === 'all' });
  }

  private addOther(pattern: PathPattern, index: number, first: string | undefined): void {
    if (first === undefined) this.others.push({ pattern, index });
    else push(this.byFirst, first, { pattern, index });
  }
}

/** `**`, or `*` at any depth. */
function coversAll([first, second, ...rest]: PathPattern): boolean {
  if (first?.kind !== 'any' || rest.length > 0) return false;
  return (
    second === undefined ||
    second.kind === 'any' ||
    (second.kind === 'glob' && second.tokens.every(({ kind }) => kind === 'many'))
  );
}

/** What follows the literal segments: nothing, `any` (itself and below), one and `any` (only below), or more. */
function tailOf(rest: PathPattern): 'nothing' | 'all' | 'contents' | 'other' {
  const [first, second] = rest;
  if (first === undefined) return 'nothing';
  if (rest.length === 1 && first.kind === 'any') return 'all';
  const isOne =
    first.kind === 'glob' &&
    first.tokens.length === 2 &&
    first.tokens[0]?.kind === 'one' &&
    first.tokens[1]?.kind === 'many';
  return rest.length === 2 && isOne && second?.kind === 'any' ? 'contents' : 'other';
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
