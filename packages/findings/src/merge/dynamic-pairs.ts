// SPDX-License-Identifier: Apache-2.0
import { compareText } from '../compare-text.ts';
import { mergeOf } from './merge-of.ts';
import { bucketsOf, neighbours, type Pair, shareClass, type StateTrack } from './pair.ts';

/** Results of two tools of one class of weakness at the same page and parameter; a method that one leaves out fits any. */
export function* dynamicPairs(tracks: readonly StateTrack[]): Generator<Pair> {
  const buckets = bucketsOf(tracks, ({ anchor: { subject, classes } }) => classes.map((name) => `${subject}\n${name}`));
  for (const bucket of buckets.values()) {
    const ordered = [...bucket].sort(byMethod);
    for (const [a, b] of neighbours(ordered)) {
      const weakness = shareClass(a, b);
      const [left, right] = [a.anchor.method, b.anchor.method];
      if (weakness === null || (left !== null && right !== null && left !== right)) continue;
      const why = `${weakness} at ${a.anchor.subject}`;
      const strength = left === right ? 2 : 1;
      yield {
        a,
        b,
        strength,
        distance: 0,
        merge: () => mergeOf('weakness-and-address', a, b, why),
      };
    }
  }
}

const byMethod = ({ anchor: a }: StateTrack, { anchor: b }: StateTrack): number =>
  compareText(a.method ?? '', b.method ?? '') || compareText(a.tool, b.tool) || compareText(a.rule, b.rule);
