// SPDX-License-Identifier: Apache-2.0
import { byPlace } from '../identity/match-tracks.ts';
import type { Anchor } from '../identity/anchor.ts';
import { mergeOf } from './merge-of.ts';
import {
  areLinesComparable,
  bucketsOf,
  neighbours,
  type Pair,
  readTheSame,
  shareClass,
  type StateTrack,
} from './pair.ts';

/** So far below the place where a value is built tools still report the place where it is used. */
export const linesToUseMax: number = 15;
/** Overlapping places begin at most so far apart: a place of thirty lines holds more than one thing. */
const linesApartMax = 2;

/**
 * Results of one class of weakness in one file that begin at one line, or where one place builds the variable that the other
 * uses shortly after (tools report either end), or where one is the path of data that ends at the other, or whose places
 * overlap and begin close together. Lines that merely lie beside each other are two things: three calls of `eval` in a row
 * are three.
 */
export function* codePairs(tracks: readonly StateTrack[]): Generator<Pair> {
  const files = bucketsOf(tracks, ({ anchor: { path, classes } }) => classes.map((name) => `${path ?? ''}\n${name}`));
  for (const file of files.values()) {
    if (file.length < 2) continue;
    const ordered = [...file].sort((x, y) => byPlace(x.anchor, y.anchor));
    for (const [a, b] of neighbours(ordered, linesToUseMax)) yield* pairOf(a, b, reasonOf(a, b));
    const ends = bucketsOf(ordered, ({ anchor }) => endOf(anchor));
    for (const end of ends.values()) for (const [a, b] of neighbours(end)) yield* pairOf(a, b, endReasonOf(a, b));
  }
}

function* pairOf(a: StateTrack, b: StateTrack, reason: Reason | null): Generator<Pair> {
  const weakness = shareClass(a, b);
  if (weakness === null || reason === null) return;
  const { words, ...rest } = reason;
  const why = (): string => `${weakness} in ${a.anchor.path ?? ''}, ${words()}`;
  yield {
    a,
    b,
    ...rest,
    merge: () => mergeOf('weakness-and-place', a, b, why()),
  };
}

type Reason = {
  readonly strength: number;
  readonly distance: number;
  readonly words: () => string;
};

function reasonOf(a: StateTrack, b: StateTrack): Reason | null {
  if (!areLinesComparable(a, b))
    return readTheSame(a, b) ? { strength: 4, distance: 0, words: () => 'the same lines, seen in two commits' } : null;
  const [first, second] = [a.anchor, b.anchor];
  if (first.line === null || second.line === null) return null;
  const distance = second.line - first.line;
  if (distance === 0) return { strength: 4, distance, words: () => `both at line ${first.line}` };
  if (distance <= linesToUseMax && isBuiltFor(first, second)) {
    const words = (): string => `${first.assigns ?? ''} is built at line ${first.line} and used at line ${second.line}`;
    return { strength: 3, distance, words };
  }
  if (distance <= linesApartMax && (first.endLine ?? first.line) >= second.line)
    return { strength: 1, distance, words: () => `at lines ${first.line} and ${second.line}, which overlap` };
  return null;
}

/** The first place assigns to a variable that the second uses. */
export const isBuiltFor = ({ assigns }: Anchor, { uses }: Anchor): boolean =>
  assigns !== null && uses.includes(assigns);

/** The line at which a place ends, under which a path of data meets the place that it leads to. */
const endOf = ({ line, endLine }: Anchor): readonly string[] => (line === null ? [] : [String(endLine ?? line)]);

/** The first is a path of data (or a statement) that ends at the line of the second. */
function endReasonOf(a: StateTrack, b: StateTrack): Reason | null {
  const [first, second] = [a.anchor, b.anchor];
  if (!areLinesComparable(a, b) || first.line === null || second.line === null || first.line === second.line)
    return null;
  if ((second.endLine ?? second.line) !== second.line) return null;
  const words = (): string => `a path of data from line ${first.line ?? 0} that ends at line ${second.line ?? 0}`;
  return { strength: 2, distance: second.line - first.line, words };
}
