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
 * uses shortly after (tools report either end), or whose places overlap and begin close together. Lines that merely lie beside each
 * other are two things: three calls of `eval` in a row are three.
 */
export function* codePairs(tracks: readonly StateTrack[]): Generator<Pair> {
  const files = bucketsOf(tracks, ({ anchor: { path, classes } }) => classes.map((name) => `${path ?? ''}\n${name}`));
  for (const file of files.values()) {
    if (file.length < 2) continue;
    const ordered = [...file].sort((x, y) => byPlace(x.anchor, y.anchor));
    for (const [a, b] of neighbours(ordered, linesToUseMax)) {
      const weakness = shareClass(a, b);
      const reason = weakness === null ? null : reasonOf(a, b);
      if (weakness === null || reason === null) continue;
      const why = (): string => `${weakness} in ${a.anchor.path ?? ''}, ${reason.words()}`;
      const { strength, distance } = reason;
      yield { ...{ a, b, strength, distance }, merge: () => mergeOf('weakness-and-place', a, b, why()) };
    }
  }
}

type Reason = { readonly strength: number; readonly distance: number; readonly words: () => string };

function reasonOf(a: StateTrack, b: StateTrack): Reason | null {
  if (!areLinesComparable(a, b))
    return readTheSame(a, b) ? { strength: 3, distance: 0, words: () => 'the same lines, seen in two commits' } : null;
  const [first, second] = [a.anchor, b.anchor];
  if (first.line === null || second.line === null) return null;
  const distance = second.line - first.line;
  if (distance === 0) return { strength: 3, distance, words: () => `both at line ${first.line}` };
  if (distance <= linesToUseMax && isBuiltFor(first, second)) {
    const words = (): string => `${first.assigns ?? ''} is built at line ${first.line} and used at line ${second.line}`;
    return { strength: 2, distance, words };
  }
  if (distance <= linesApartMax && (first.endLine ?? first.line) >= second.line)
    return { strength: 1, distance, words: () => `at lines ${first.line} and ${second.line}, which overlap` };
  return null;
}

/** The first place assigns to a variable that the second uses. */
export const isBuiltFor = ({ assigns }: Anchor, { uses }: Anchor): boolean =>
  assigns !== null && uses.includes(assigns);
