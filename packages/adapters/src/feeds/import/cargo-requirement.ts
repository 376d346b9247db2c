// SPDX-License-Identifier: Apache-2.0

/** Versions from one on (null: from the first) to before another (null: without end). */
export type Interval = { readonly from: string | null; readonly before: string | null };

const comparator = /^(>=|>|<=|<|=|\^|~)?\s*(\d+)(?:\.(\d+))?(?:\.(\d+))?(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/**
 * The intervals of a list of Cargo requirements (`>= 1.2, < 2`, `^1.2.3`), each of which alone makes a version safe; null
 * when one cannot be read: who guesses here calls an affected version safe.
 */
export function unaffectedIntervals(requirements: readonly string[]): readonly Interval[] | null {
  const intervals: Interval[] = [];
  for (const requirement of requirements) {
    const interval = intervalOf(requirement);
    if (interval === null) return null;
    intervals.push(interval);
  }
  return intervals;
}

function intervalOf(requirement: string): Interval | null {
  let from: string | null = null;
  let before: string | null = null;
  for (const part of requirement.split(',')) {
    const bounds = boundsOf(part.trim());
    if (bounds === null || (bounds.from !== null && from !== null) || (bounds.before !== null && before !== null))
      return null;
    from ??= bounds.from;
    before ??= bounds.before;
  }
  return { from, before };
}

function boundsOf(text: string): Interval | null {
  const match = comparator.exec(text);
  if (match === null) return null;
  const [, operator = '^', major = '0', minor, patch, pre = ''] = match;
  const version = `${major}.${minor ?? '0'}.${patch ?? '0'}${pre}`;
  const next = nextOf(Number(major), minor, patch, pre);
  switch (operator) {
    case '>=':
      return { from: version, before: null };
    case '>':
      return { from: next, before: null };
    case '<':
      return { from: null, before: version };
    case '<=':
      return { from: null, before: next };
    case '=':
      return { from: version, before: next };
    case '~':
      return { from: version, before: nextOf(Number(major), minor, undefined, '') };
    default:
      return { from: version, before: caretEnd(Number(major), minor, patch) };
  }
}

/** The lowest version above all that a whole or partial version means: `1.2` are those of 1.2.x, `1` those of 1.x. */
function nextOf(major: number, minor: string | undefined, patch: string | undefined, pre: string): string {
  if (minor === undefined) return `${major + 1}.0.0-0`;
  if (patch === undefined) return `${major}.${Number(minor) + 1}.0-0`;
  return pre === '' ? `${major}.${minor}.${Number(patch) + 1}-0` : `${major}.${minor}.${patch}${pre}.0`;
}

/** Cargo: the leftmost number that is not zero may not change. */
function caretEnd(major: number, minor: string | undefined, patch: string | undefined): string {
  if (major > 0 || minor === undefined) return `${major + 1}.0.0-0`;
  if (Number(minor) > 0 || patch === undefined) return `0.${Number(minor) + 1}.0-0`;
  return `0.0.${Number(patch) + 1}-0`;
}
