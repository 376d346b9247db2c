// SPDX-License-Identifier: Apache-2.0
import { anySegments, oneSegment, parseSegment, type PathPattern, type Segment } from './glob.ts';
import { rulesMax, type OwnersProblem, type Ownership } from './ownership.ts';
import { PatternIndex } from './pattern-index.ts';

type Entry = { owners: string[]; orphan: boolean; files: PathPattern[]; excluded: PathPattern[] };

const field = /^([A-Z]):\s*(.+)$/u;

/** True for a MAINTAINERS file of the kernel's form: sections of `M:` people and `F:` paths. */
export const isMaintainersFormat = (text: string): boolean => /^M:\s/mu.test(text) && /^F:\s/mu.test(text);

/**
 * MAINTAINERS of the kernel and QEMU: each section gives its paths (`F:`, less `X:`) to its people (`M:`, `R:`, `P:`).
 * A section that is orphaned or obsolete gives them to nobody. `N:` and `K:` look into names and content and are left
 * out, so that a file may be owned and count as unowned, never the other way.
 */
export function maintainersOwners(text: string): Ownership {
  const problems: OwnersProblem[] = [];
  const entries: Entry[] = [];
  let entry: Entry | null = null;
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const [, key, value] = field.exec(line) ?? [];
    if (key === undefined || value === undefined) {
      if (line.trim() === '') entry = null;
      continue;
    }
    if (entry === null) {
      entry = { owners: [], orphan: false, files: [], excluded: [] };
      if (entries.length < rulesMax) entries.push(entry);
    }
    if (!addField(entry, key, value.trim()))
      problems.push({ line: index + 1, message: `${key}: is not a path pattern` });
  }
  const kept = entries.filter(({ orphan, owners, files }) => !orphan && owners.length > 0 && files.length > 0);
  return {
    rules: kept.length,
    owners: new Set(kept.flatMap(({ owners }) => owners)),
    problems,
    isOwned: ownedBy(kept),
  };
}

function ownedBy(entries: readonly Entry[]): (path: string) => boolean {
  const files = entries.flatMap((entry, index) => entry.files.map((pattern) => ({ pattern, index })));
  const lookup = new PatternIndex(files.map(({ pattern }) => pattern));
  const excluded = entries.map((entry) => (entry.excluded.length === 0 ? null : new PatternIndex(entry.excluded)));
  return (path) =>
    lookup.matching(path).some((at) => {
      const out = excluded[files[at]?.index ?? -1];
      return out === null || out === undefined || out.last(path) < 0;
    });
}

function addField(entry: Entry, key: string, value: string): boolean {
  if (key === 'M' || key === 'P') entry.owners.push(value.toLowerCase());
  if (key === 'S') entry.orphan = /^(?:orphan|obsolete|unmaintained)/iu.test(value);
  if (key !== 'F' && key !== 'X') return true;
  const pattern = maintainersPattern(value);
  if (pattern === null) return false;
  (key === 'F' ? entry.files : entry.excluded).push(pattern);
  return true;
}

/** `drivers/net/` is everything below, `drivers/net/*` what is directly in it, `a/b` the file or the folder. */
function maintainersPattern(value: string): PathPattern | null {
  const names = value.replace(/^\.?\//u, '').split('/');
  const isFolder = names.at(-1) === '';
  const segments: Segment[] = [];
  for (const name of isFolder ? names.slice(0, -1) : names) {
    const segment = parseSegment(name, { sets: true });
    if (segment === null || name === '') return null;
    segments.push(segment);
  }
  if (isFolder) return [...segments, oneSegment, anySegments];
  return segments.at(-1)?.kind === 'literal' ? [...segments, anySegments] : segments;
}
