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

/** Cites many places of one item: never more than `most`, the rest is in the evidence itself. */
export function citeAll(
  item: Evidence,
  places: readonly (SourceLocation | string)[],
  most = 10,
): readonly [Citation, ...Citation[]] {
  const [first, ...rest] = places.slice(0, most);
  if (first === undefined) return [cite(item)];
  return [cite(item, { at: first }), ...rest.map((at) => cite(item, { at }))];
}
