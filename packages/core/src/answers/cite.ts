// SPDX-License-Identifier: Apache-2.0
import type { Evidence } from '../evidence/evidence.ts';
import { type Strength, weakest } from '../evidence/strength.ts';
import { formatLocation, type SourceLocation } from '../facts/source-location.ts';
import type { Citation } from './answer.ts';

/** `at`: where in the evidence; `strength`: weaker than the evidence can show, never stronger. */
export type CiteOptions = {
  readonly at?: SourceLocation | string;
  readonly strength?: Strength;
  readonly note?: string;
};

/** Cites an item of evidence. */
export function cite(item: Evidence, options: CiteOptions = {}): Citation {
  const { at, strength, note } = options;
  return {
    evidence: item.digest,
    location: at === undefined ? item.location : typeof at === 'string' ? at : formatLocation(at),
    strength: weakest([strength ?? item.strength, seenStrength(item)]),
    ...(note === undefined ? {} : { note }),
  };
}

/** What could not be looked at was observed by nobody. */
function seenStrength(item: Evidence): Strength {
  return item.state === 'unavailable' ? 'asserted' : item.strength;
}

/** Cites many places of one item, each once; of more than `most` the last one says how many the evidence itself holds. */
export function citeAll(
  item: Evidence,
  places: readonly (SourceLocation | string)[],
  most = 10,
): readonly [Citation, ...Citation[]] {
  const distinct = [...new Set(places.map((at) => (typeof at === 'string' ? at : formatLocation(at))))];
  const left = distinct.length - most;
  const citations = distinct
    .slice(0, most)
    .map((at, index) => cite(item, { at, ...(left > 0 && index === most - 1 && { note: morePlaces(left) }) }));
  const [first, ...rest] = citations;
  return first === undefined ? [cite(item)] : [first, ...rest];
}

const morePlaces = (count: number): string =>
  `and ${count} more ${count === 1 ? 'place' : 'places'} in this item of evidence`;
