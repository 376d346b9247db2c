// SPDX-License-Identifier: Apache-2.0
import type { Merge } from '@plumbline/core/findings/finding';
import type { FindingsState } from '../lifecycle/findings-state.ts';

export type StateTrack = FindingsState['tracks'][number];

/** Two tracks that may be one finding. Pairs are joined by falling strength, then by growing distance. */
export type Pair = {
  readonly a: StateTrack;
  readonly b: StateTrack;
  readonly strength: number;
  readonly distance: number;
  /** Why they are one; asked for only when they are joined. */
  readonly merge: () => Merge;
};

/** How many neighbours in the order of its bucket a track is compared with: hostile reports put everything into one place. */
export const neighboursMax = 20;

/** Tracks in buckets by key; those whose key is null are in none. */
export function bucketsOf(
  tracks: readonly StateTrack[],
  keysOf: (track: StateTrack) => readonly string[],
): ReadonlyMap<string, readonly StateTrack[]> {
  const buckets = new Map<string, StateTrack[]>();
  for (const track of tracks) {
    for (const key of keysOf(track)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [track]);
      else bucket.push(track);
    }
  }
  return buckets;
}

/**
 * Every two of a list that are at most `neighboursMax` apart in it; of one in the order of its lines, those whose lines are
 * at most `linesMax` apart. Tracks of another revision have other lines: they are compared with all.
 */
export function* neighbours(
  tracks: readonly StateTrack[],
  linesMax: number = Number.POSITIVE_INFINITY,
): Generator<readonly [StateTrack, StateTrack]> {
  for (const [index, a] of tracks.entries()) {
    const end = Math.min(tracks.length, index + 1 + neighboursMax);
    for (let other = index + 1; other < end; other += 1) {
      const b = tracks[other];
      if (b === undefined) break;
      const isFar = (b.anchor.line ?? 0) - (a.anchor.line ?? 0) > linesMax;
      if (!isFar || !areLinesComparable(a, b)) yield [a, b];
    }
  }
}

/**
 * Whether line numbers of both count the lines of the same text: both were seen in one commit, or, where neither names one,
 * on one day.
 */
export const areLinesComparable = (a: StateTrack, b: StateTrack): boolean => revisionOf(a) === revisionOf(b);

const revisionOf = ({ last }: StateTrack): string => last.commit ?? last.seenAt.slice(0, 10);

/** The same lines in the same surroundings, whatever their numbers. */
export const readTheSame = (a: StateTrack, b: StateTrack): boolean =>
  a.anchor.surroundings !== null && a.anchor.surroundings === b.anchor.surroundings;

export const shareClass = (a: StateTrack, b: StateTrack): string | null =>
  a.anchor.classes.find((name) => b.anchor.classes.includes(name)) ?? null;
