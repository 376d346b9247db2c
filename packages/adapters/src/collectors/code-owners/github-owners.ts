// SPDX-License-Identifier: Apache-2.0
import { anySegments, oneSegment, parseSegment, type PathPattern, type Segment } from './glob.ts';
import { rulesMax, type OwnersProblem, type Ownership } from './ownership.ts';
import { PatternIndex } from './pattern-index.ts';
import { isOwner, splitLine } from './split-line.ts';

/**
 * CODEOWNERS as GitHub reads it: patterns of gitignore without negation, ranges and escaped `#`; the last rule that
 * matches decides, one without owners clears; a line that breaks the syntax is skipped.
 */
export function githubOwners(text: string): Ownership {
  const problems: OwnersProblem[] = [];
  const rules: { readonly pattern: PathPattern; readonly owners: readonly string[] }[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    const parts = splitLine(line);
    if (parts === null || rules.length >= rulesMax) continue;
    const pattern = githubPattern(parts.pattern);
    const wrong = parts.owners.find((owner) => !isOwner(owner));
    if (typeof pattern === 'string') problems.push({ line: index + 1, message: pattern });
    else if (wrong !== undefined) problems.push({ line: index + 1, message: `${wrong.slice(0, 60)} is no owner` });
    else rules.push({ pattern, owners: parts.owners });
  }
  const lookup = new PatternIndex(rules.map(({ pattern }) => pattern));
  return {
    rules: rules.length,
    owners: new Set(rules.flatMap(({ owners }) => owners)),
    problems,
    isOwned: (path) => (rules[lookup.last(path)]?.owners.length ?? 0) > 0,
  };
}

/** A pattern of GitHub, or why it is none. */
export function githubPattern(text: string): PathPattern | string {
  if (text.startsWith('!')) return 'negation is not supported';
  if (text.startsWith('\\#')) return 'an escaped # is not supported';
  if (/(?<!\\)[[\]]/u.test(text)) return 'character ranges are not supported';
  if (text.startsWith('@')) return 'an owner stands where the pattern should be';
  if (text.includes('***') || text.includes('//')) return 'not a pattern';
  const parts = text.split('/');
  const isFolder = parts.length > 1 && parts.at(-1) === '';
  const names = parts.filter((part) => part !== '');
  if (names.length === 0) return 'not a pattern';
  // A slash at the start or in the middle binds the pattern to the root, one at the end does not.
  const rooted = text.startsWith('/') || names.length > 1;
  const segments: Segment[] = rooted ? [] : [anySegments];
  for (const name of names) {
    const segment = name === '**' ? anySegments : parseSegment(name, { sets: false });
    if (segment === null) return 'not a pattern';
    segments.push(segment);
  }
  return [...segments, ...tail(names.at(-1) ?? '', isFolder)];
}

/** `docs/` is what is in it, `docs/*` only what is directly in it, `docs` itself and all that is in it. */
function tail(last: string, isFolder: boolean): readonly Segment[] {
  if (isFolder) return [oneSegment, anySegments];
  if (last === '*') return [];
  return last === '**' ? [] : [anySegments];
}
