// SPDX-License-Identifier: Apache-2.0
import type { ResultKind } from '@plumbline/core/findings/tool-result';
import { compareText } from '../compare-text.ts';
import type { FindingsState, Link } from '../lifecycle/findings-state.ts';
import { trackKey } from '../lifecycle/findings-state.ts';
import { Clusters } from './clusters.ts';
import { codePairs } from './code-pairs.ts';
import { componentPairs } from './component-pairs.ts';
import { configurationPairs } from './configuration-pairs.ts';
import { dynamicPairs } from './dynamic-pairs.ts';
import type { Pair } from './pair.ts';
import { secretPairs } from './secret-pairs.ts';

type StateTrack = FindingsState['tracks'][number];

const pairsOf: { readonly [K in ResultKind]: (tracks: readonly StateTrack[]) => Iterable<Pair> } = {
  code: codePairs,
  component: componentPairs,
  secret: secretPairs,
  configuration: configurationPairs,
  dynamic: dynamicPairs,
};

/**
 * Finds tracks that are one finding and were not known to be: strong reasons before weak ones, and never so that one finding
 * would hold two results that one tool tells apart. What was linked before stays linked.
 */
export function linkTracks(tracks: readonly StateTrack[], before: readonly Link[]): readonly Link[] {
  const shown = tracks.filter(({ fixedAt }) => fixedAt === null);
  const byKey = new Map(tracks.map((track) => [trackKey(track), track]));
  const clusters = new Clusters((key) => toolsVoice(byKey.get(key)));
  for (const { a, b } of before) clusters.join(a, b);
  const links: Link[] = [];
  for (const kind of Object.keys(pairsOf) as ResultKind[]) {
    const ofKind = shown.filter((track) => isOf(kind, track));
    if (ofKind.length < 2) continue;
    for (const { left, right, pair } of byStrength(pairsOf[kind](ofKind))) {
      if (clusters.joinIfDistinct(left, right)) links.push({ a: left, b: right, merge: pair.merge() });
    }
  }
  return links;
}

/** A credential in the code is reported as code by some tools and as a secret by others. */
const isOf = (kind: ResultKind, { anchor }: StateTrack): boolean =>
  anchor.kind === kind ||
  (kind === 'secret' && anchor.kind === 'code' && anchor.classes.includes('hard-coded-credential'));

type KeyedPair = { readonly pair: Pair; readonly left: string; readonly right: string };

function byStrength(pairs: Iterable<Pair>): readonly KeyedPair[] {
  const keyed: KeyedPair[] = [];
  for (const pair of pairs) {
    const [a, b] = [trackKey(pair.a), trackKey(pair.b)];
    keyed.push(a < b ? { pair, left: a, right: b } : { pair, left: b, right: a });
  }
  return keyed.sort(
    (x, y) =>
      y.pair.strength - x.pair.strength ||
      x.pair.distance - y.pair.distance ||
      compareText(x.left, y.left) ||
      compareText(x.right, y.right),
  );
}

/** Kinds of which one tool tells every result apart: two of one tool are never one. Of code, two of its rules may be. */
const perTool: ReadonlySet<string> = new Set(['secret', 'configuration', 'dynamic']);

function toolsVoice(track: StateTrack | undefined): readonly string[] {
  if (track === undefined) return [];
  const { tool, kind, rule } = track.anchor;
  return [perTool.has(kind) ? tool : `${tool}\n${rule}`];
}
