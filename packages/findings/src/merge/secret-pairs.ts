// SPDX-License-Identifier: Apache-2.0
import { byPlace } from '../identity/match-tracks.ts';
import { isBuiltFor, linesToUseMax } from './code-pairs.ts';
import { mergeOf } from './merge-of.ts';
import { areLinesComparable, bucketsOf, neighbours, type Pair, readTheSame, type StateTrack } from './pair.ts';

/** Secrets at one line. What kind of secret it is, tools guess differently: it does not count. Two of code are `codePairs`'. */
export function* secretPairs(tracks: readonly StateTrack[]): Generator<Pair> {
  for (const file of bucketsOf(tracks, ({ anchor: { path } }) => (path === null ? [] : [path])).values()) {
    const ordered = [...file].sort((x, y) => byPlace(x.anchor, y.anchor));
    for (const [a, b] of neighbours(ordered)) {
      if (a.anchor.kind === 'code' && b.anchor.kind === 'code') continue;
      const distance = distanceOf(a, b);
      if (distance === null) continue;
      const where = `a secret at ${a.anchor.path ?? ''}:${a.anchor.line ?? '?'}`;
      yield {
        a,
        b,
        distance,
        strength: 1,
        merge: () => mergeOf('secret', a, b, where),
      };
    }
  }
}

/** In columns, so that of two secrets on one line each goes to its own; then in lines. Null: not at one place. */
function distanceOf(a: StateTrack, b: StateTrack): number | null {
  if (!areLinesComparable(a, b)) return readTheSame(a, b) ? 0 : null;
  const [first, second] = [a.anchor, b.anchor];
  if (first.line === null || second.line === null) return null;
  if (first.line === second.line) return Math.abs((first.column ?? 0) - (second.column ?? 0));
  if (isBuiltFor(first, second) && second.line - first.line <= linesToUseMax) return 2000 + second.line - first.line;
  // A private key is reported by its first line or by all of them
  return (first.endLine ?? first.line) >= second.line ? 1000 + second.line - first.line : null;
}
