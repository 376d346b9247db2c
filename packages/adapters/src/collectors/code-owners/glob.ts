// SPDX-License-Identifier: Apache-2.0

/** One character of a segment: itself, any one, any number of any, or one of a set (`[a-z]`, GitLab and kernel only). */
type Token =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'many' }
  | { readonly kind: 'set'; readonly ranges: readonly (readonly [string, string])[]; readonly negated: boolean };

/** A segment of a path pattern: plain text, or with wildcards. `any` stands for any number of segments, none too. */
export type Segment =
  | { readonly kind: 'any' }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'glob'; readonly tokens: readonly Token[] };

/** A pattern over the segments of a path, all of which it must cover. */
export type PathPattern = readonly Segment[];

export const anySegments: Segment = { kind: 'any' };
/** Exactly one segment, whatever it is. */
export const oneSegment: Segment = { kind: 'glob', tokens: [{ kind: 'one' }, { kind: 'many' }] };

/** `*` and `?` stay within the segment, `\` takes the next character as it is. Null for a set that does not close. */
export function parseSegment(text: string, options: { readonly sets: boolean }): Segment | null {
  const tokens: Token[] = [];
  const chars = [...text];
  for (let at = 0; at < chars.length; at += 1) {
    const char = chars[at] ?? '';
    if (char === '\\' && at + 1 < chars.length) tokens.push({ kind: 'char', char: chars[(at += 1)] ?? '' });
    else if (char === '*') {
      if (tokens.at(-1)?.kind !== 'many') tokens.push({ kind: 'many' });
    } else if (char === '?') tokens.push({ kind: 'one' });
    else if (char === '[' && options.sets) {
      const end = chars.indexOf(']', at + 2);
      if (end < 0) return null;
      tokens.push(parseSet(chars.slice(at + 1, end)));
      at = end;
    } else tokens.push({ kind: 'char', char });
  }
  const literal = tokens.every((token) => token.kind === 'char');
  return literal
    ? { kind: 'literal', text: tokens.map((token) => (token.kind === 'char' ? token.char : '')).join('') }
    : { kind: 'glob', tokens };
}

function parseSet(inside: readonly string[]): Token {
  const negated = inside[0] === '!' || inside[0] === '^';
  const chars = negated ? inside.slice(1) : inside;
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < chars.length; at += 1) {
    const from = chars[at] ?? '';
    const to = chars[at + 1] === '-' ? chars[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  return { kind: 'set', ranges, negated };
}

/** Whether the pattern covers all segments. No backtracking beyond the last `any`: at most pattern × path steps. */
export function matchesPath(pattern: PathPattern, path: readonly string[]): boolean {
  return matches(pattern, path, {
    isStar: (segment) => segment.kind === 'any',
    fits: (segment, text) => segment.kind !== 'any' && matchesSegment(segment, text),
  });
}

function matchesSegment(segment: Exclude<Segment, { readonly kind: 'any' }>, text: string): boolean {
  if (segment.kind === 'literal') return segment.text === text;
  return matches(segment.tokens, [...text], { isStar: (token) => token.kind === 'many', fits: fitsToken });
}

function fitsToken(token: Token, char: string): boolean {
  if (token.kind === 'set') return token.ranges.some(([from, to]) => from <= char && char <= to) !== token.negated;
  return token.kind === 'one' || (token.kind === 'char' && token.char === char);
}

type Alphabet<P> = { readonly isStar: (part: P) => boolean; readonly fits: (part: P, item: string) => boolean };

/** Wildcard matching with one point to return to, as `fnmatch` does it. */
function matches<P>(pattern: readonly P[], items: readonly string[], { isStar, fits }: Alphabet<P>): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < items.length;) {
    const part = pattern[at];
    const item = items[index] ?? '';
    if (part !== undefined && isStar(part)) {
      star = at;
      resume = index;
      at += 1;
    } else if (part !== undefined && fits(part, item)) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      index = resume;
    } else return false;
  }
  while (at < pattern.length && isStar(pattern[at] as P)) at += 1;
  return at === pattern.length;
}
