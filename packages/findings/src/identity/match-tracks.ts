// SPDX-License-Identifier: Apache-2.0
import { compareText } from '../compare-text.ts';
import type { Anchor } from './anchor.ts';
import { type Tier, tiersOf } from './tiers.ts';

/** Which known result a new one is: its number among the known, and by which tier. */
export type Match = { readonly known: number; readonly tier: Tier };

const kinds = Object.keys(tiersOf) as (keyof typeof tiersOf)[];

/**
 * Recognises results of one tool among those known of it before: one to one, tier by tier, so that a strong reason is never
 * given up for a weak one. Which is found first in the lists does not matter: equals are paired in the order of their places.
 *
 * @param renames old path by new path, where files are known to have been renamed
 */
export function matchTracks(
  known: readonly Anchor[],
  seen: readonly Anchor[],
  renames: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<number, Match> {
  const matches = new Map<number, Match>();
  const rules = { known: new Set(known.map(({ rule }) => rule)), seen: new Set(seen.map(({ rule }) => rule)) };
  const moved = renames.size === 0 ? seen : seen.map((anchor) => underOldPath(anchor, renames));
  for (const kind of kinds) {
    let [olds, news] = [indexesOf(known, kind), indexesOf(moved, kind)];
    for (const tier of tiersOf[kind]) {
      if (olds.length === 0 || news.length === 0) break;
      const isRenamed = tier.renamedRule === true;
      const oldKeys = bucketsOf(known, olds, tier, isRenamed ? rules.seen : null);
      const taken = new Set<number>();
      for (const [key, unmatched] of bucketsOf(moved, news, tier, isRenamed ? rules.known : null)) {
        const candidates = oldKeys.get(key) ?? [];
        if (tier.single === true && (candidates.length > 1 || unmatched.length > 1)) continue;
        for (const [old, found] of pairs(candidates, unmatched, { known, moved })) {
          matches.set(found, { known: old, tier });
          taken.add(old);
        }
      }
      if (taken.size === 0) continue;
      olds = olds.filter((index) => !taken.has(index));
      news = news.filter((index) => !matches.has(index));
    }
  }
  return matches;
}

const indexesOf = (anchors: readonly Anchor[], kind: Anchor['kind']): readonly number[] =>
  anchors.flatMap((anchor, index) => (anchor.kind === kind ? [index] : []));

const underOldPath = (anchor: Anchor, renames: ReadonlyMap<string, string>): Anchor => {
  const old = anchor.path === null ? undefined : renames.get(anchor.path);
  return old === undefined ? anchor : { ...anchor, path: old };
};

/** @param others rules of the other side: one that is there too was not renamed. Null: that does not matter. */
function bucketsOf(
  anchors: readonly Anchor[],
  indexes: readonly number[],
  tier: Tier,
  others: ReadonlySet<string> | null,
): ReadonlyMap<string, readonly number[]> {
  const buckets = new Map<string, number[]>();
  for (const index of indexes) {
    const anchor = anchors[index];
    if (anchor === undefined || others?.has(anchor.rule) === true) continue;
    const key = tier.key(anchor);
    if (key === null) continue;
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [index]);
    else bucket.push(index);
  }
  return buckets;
}

type Sides = { readonly known: readonly Anchor[]; readonly moved: readonly Anchor[] };

const zip = (a: readonly number[], b: readonly number[]): readonly (readonly [number, number])[] =>
  a.slice(0, b.length).map((old, index) => [old, b[index] ?? -1] as const);

/**
 * Equals are paired in the order of their places, for lines move together. Where some came or went, those at the same line
 * first.
 */
function pairs(
  olds: readonly number[],
  news: readonly number[],
  { known, moved }: Sides,
): readonly (readonly [old: number, found: number])[] {
  const [left, right] = [inOrder(olds, known), inOrder(news, moved)];
  if (left.length === right.length) return zip(left, right);
  const byLine = new Map(right.map((index) => [lineOf(moved[index]), index]));
  const still: (readonly [number, number])[] = [];
  for (const old of left) {
    const line = lineOf(known[old]);
    const found = byLine.get(line);
    if (found === undefined) continue;
    still.push([old, found]);
    byLine.delete(line);
  }
  const [stillOld, stillNew] = [new Set(still.map(([old]) => old)), new Set(still.map(([, found]) => found))];
  const rest = zip(
    left.filter((index) => !stillOld.has(index)),
    right.filter((index) => !stillNew.has(index)),
  );
  return [...still, ...rest];
}

const lineOf = (anchor: Anchor | undefined): string =>
  `${anchor?.path ?? ''}\n${anchor?.line ?? ''}\n${anchor?.column ?? ''}`;

function inOrder(indexes: readonly number[], anchors: readonly Anchor[]): readonly number[] {
  if (indexes.length < 2) return indexes;
  return [...indexes].sort((a, b) => {
    const [left, right] = [anchors[a], anchors[b]];
    return left === undefined || right === undefined ? 0 : byPlace(left, right);
  });
}

/** The order of results in which nothing depends on how a report lists them. */
export function byPlace(a: Anchor, b: Anchor): number {
  return (
    compareText(a.path ?? '', b.path ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    (a.endLine ?? 0) - (b.endLine ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(a.subject, b.subject) ||
    compareText(a.version ?? '', b.version ?? '') ||
    compareText(a.method ?? '', b.method ?? '') ||
    compareText(a.ownFingerprint ?? '', b.ownFingerprint ?? '')
  );
}
