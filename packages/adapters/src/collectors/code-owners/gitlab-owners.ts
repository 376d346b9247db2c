// SPDX-License-Identifier: Apache-2.0
import { anySegments, oneSegment, parseSegment, type PathPattern, type Segment } from './glob.ts';
import { rulesMax, type OwnersProblem, type Ownership } from './ownership.ts';
import { PatternIndex } from './pattern-index.ts';
import { isOwner, splitLine } from './split-line.ts';

type Rule = { readonly pattern: PathPattern; readonly owners: readonly string[] };
type Section = { readonly defaults: readonly string[]; readonly rules: Rule[]; readonly excluded: PathPattern[] };

/** `[Name]`, `^[Optional]`, `[Name][2]`, then default owners. */
const heading = /^(\^)?\[([^\]\n]{1,200})\](?:\[\d{1,3}\])?(?:\s+(.*))?$/u;

/**
 * CODEOWNERS as GitLab reads it: a path without a leading slash matches at any depth, a folder only with its slash at
 * the end; in each section the last rule that matches decides and `!` takes paths out; rules without owners have those
 * of their section; sections of one name are one. A path is owned when a section gives it an owner.
 */
export function gitlabOwners(text: string): Ownership {
  const problems: OwnersProblem[] = [];
  const sections = new Map<string, Section>([['', { defaults: [], rules: [], excluded: [] }]]);
  let section = sections.get('');
  let lines = 0;
  for (const [index, line] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    const opened = heading.exec(line.trim());
    if (opened) section = open(sections, opened);
    else if (lines < rulesMax && section !== undefined) {
      const problem = addRule(section, line);
      if (problem !== null) problems.push({ line: index + 1, message: problem });
      lines += 1;
    }
  }
  const asked = [...sections.values()].map((entry) => ({
    rules: entry.rules,
    lookup: new PatternIndex(entry.rules.map(({ pattern }) => pattern)),
    excluded: new PatternIndex(entry.excluded),
  }));
  return {
    rules: [...sections.values()].reduce((sum, entry) => sum + entry.rules.length + entry.excluded.length, 0),
    owners: new Set([...sections.values()].flatMap((entry) => entry.rules.flatMap(({ owners }) => owners))),
    problems,
    isOwned: (path) =>
      asked.some(
        (entry) => (entry.rules[entry.lookup.last(path)]?.owners.length ?? 0) > 0 && entry.excluded.last(path) < 0,
      ),
  };
}

function open(sections: Map<string, Section>, match: RegExpExecArray): Section {
  const name = (match[2] ?? '').trim().toLowerCase();
  const defaults = splitLine(`x ${match[3] ?? ''}`)?.owners.filter(isGitlabOwner) ?? [];
  const known = sections.get(name);
  // The later heading of the same name may bring other default owners; rules stay in one list.
  const section = { defaults, rules: known?.rules ?? [], excluded: known?.excluded ?? [] };
  sections.set(name, section);
  return section;
}

/** What is wrong with the line, if anything. Unlike GitHub, a wrong owner is left out and the rule stands. */
function addRule(section: Section, line: string): string | null {
  const parts = splitLine(line);
  if (parts === null) return null;
  const excluded = parts.pattern.startsWith('!');
  const pattern = gitlabPattern(excluded ? parts.pattern.slice(1) : parts.pattern);
  if (pattern === null) return 'not a pattern';
  if (excluded) {
    section.excluded.push(pattern);
    return null;
  }
  const valid = parts.owners.filter(isGitlabOwner);
  section.rules.push({ pattern, owners: parts.owners.length === 0 ? section.defaults : valid });
  const wrong = parts.owners.find((owner) => !isGitlabOwner(owner));
  return wrong === undefined ? null : `${wrong.slice(0, 60)} is no owner`;
}

/** Roles (`@@maintainer`) are owners too. */
const isGitlabOwner = (word: string): boolean => isOwner(word) || /^@@(?:developer|maintainer|owner)s?$/iu.test(word);

function gitlabPattern(text: string): PathPattern | null {
  if (text === '' || text === '/') return null;
  const names = text
    .replace(/^\\(?=[#[])/u, '')
    .split('/')
    .filter((part) => part !== '');
  const segments: Segment[] = text.startsWith('/') ? [] : [anySegments];
  for (const name of names) {
    const segment = name === '**' ? anySegments : parseSegment(name, { sets: true });
    if (segment === null) return null;
    segments.push(segment);
  }
  return text.endsWith('/') ? [...segments, oneSegment, anySegments] : segments;
}
