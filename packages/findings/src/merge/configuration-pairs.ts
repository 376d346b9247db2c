// SPDX-License-Identifier: Apache-2.0
import { byPlace } from '../identity/match-tracks.ts';
import { mergeOf } from './merge-of.ts';
import { areLinesComparable, bucketsOf, neighbours, type Pair, shareClass, type StateTrack } from './pair.ts';

/** Results of the same check (weaknesses/configuration-checks.ts) about one resource of one file. */
export function* configurationPairs(tracks: readonly StateTrack[]): Generator<Pair> {
  const buckets = bucketsOf(tracks, ({ anchor: { path, classes } }) =>
    classes.map((check) => `${path ?? ''}\n${check}`),
  );
  for (const bucket of buckets.values()) {
    const ordered = [...bucket].sort((x, y) => byPlace(x.anchor, y.anchor));
    for (const [a, b] of neighbours(ordered)) {
      const check = shareClass(a, b);
      const reason = reasonOf(a, b);
      if (check === null || reason === null) continue;
      const why = `${check}, ${reason.words}`;
      yield {
        a,
        b,
        ...reason,
        merge: () => mergeOf('check-and-resource', a, b, why),
      };
    }
  }
}

type Reason = { readonly strength: number; readonly distance: number; readonly words: string };

function reasonOf(a: StateTrack, b: StateTrack): Reason | null {
  const { path, symbol, line } = a.anchor;
  const other = b.anchor;
  if (symbol !== null && other.symbol !== null)
    return resourceOf(symbol) === resourceOf(other.symbol)
      ? { strength: 3, distance: 0, words: `resource ${resourceOf(symbol)} of ${path ?? ''}` }
      : null;
  if (line !== null && other.line !== null) {
    if (!areLinesComparable(a, b)) return null;
    const distance = other.line - line;
    const overlap = (a.anchor.endLine ?? line) >= other.line;
    return overlap ? { strength: 2, distance, words: `${path ?? ''}, lines that overlap` } : null;
  }
  // A check of the whole file has no line: it fails once
  return { strength: 1, distance: 0, words: `about ${path ?? ''} as a whole` };
}

/** `aws_s3_bucket.data` of `module.x.aws_s3_bucket.data[0]`: tools put more or less in front of it. */
function resourceOf(symbol: string): string {
  const [plain = ''] = symbol.toLowerCase().split('[', 1);
  return plain.split('.').slice(-2).join('.');
}
