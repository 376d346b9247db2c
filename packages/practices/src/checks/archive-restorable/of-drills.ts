// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { citeAll } from '@plumbline/core/answers/cite';
import type { Found } from '@plumbline/core/evidence/evidence';
import type { KeptRelease, ReleaseDrill } from '@plumbline/core/facts/release-archive';
import { daysBefore } from '../../days/days-before.ts';
import { atStrength } from '../../reports/at-strength.ts';
import { counted } from '../../words/counted.ts';
import { nameSome } from '../../words/name-some.ts';
import { shortText } from '../../words/short-text.ts';

export type DrillsToJudge = {
  readonly archive: Found<'release-archive'>;
  /** Those whose retention has not ended, at least one. */
  readonly retained: readonly KeptRelease[];
  /** The day on which a recorded drill failed, the newest recorded one; null: none did. */
  readonly failedOn: string | null;
  readonly daysMax: number;
};

/** A release and the drill of its best copy; null: no copy was tried since it was put there. */
type Tried = { readonly copy: KeptRelease; readonly drill: ReleaseDrill | null };

/** Whether archived releases could be restored, by the newest drill of each copy. One good copy of a release is enough. */
export function ofDrills({ archive, retained, failedOn, daysMax }: DrillsToJudge, asOf: string): Answer {
  const tried = [...Map.groupBy(retained, ({ tag, name }) => tag ?? name).values()].map(bestCopy);
  const drilled = tried.flatMap(({ copy, drill }) => (drill === null ? [] : [{ copy, drill }]));
  const places = (of: readonly Tried[]): ReturnType<typeof citeAll> => citeAll(archive, of.map(placeOf));
  const bad = drilled.filter(({ drill }) => !drill.restored || drill.verified === 'not-verified');
  const good = drilled.length - bad.length;
  const measures = [{ name: 'archived releases restored', value: good, of: tried.length }];
  const [first] = bad;
  if (first !== undefined)
    return no(`The drill of ${first.drill.on} found ${nameSome(bad.map(faultOf))}`, places(bad), measures);
  const newest = drilled
    .map(({ drill }) => drill.on)
    .toSorted()
    .at(-1);
  if (newest === undefined)
    return unknown(
      `${counted(tried.length, 'release')} archived, and no drill since has restored any`,
      `Run plumbline archive drill --from ${shortText(tried[0]?.copy.archive ?? 'PLACE')} --trust trust.yaml`,
      places(tried),
      measures,
    );
  if (daysBefore(newest, asOf) > daysMax)
    return no(`The last drill, of ${newest}, is more than ${daysMax} days ago`, places(drilled), measures);
  const because = `The drill of ${newest} restored ${good} of ${counted(tried.length, 'archived release')}, every byte compared`;
  if (drilled.some(({ drill }) => drill.verified === 'could-not-assess'))
    return unknown(
      `${because}; whether the signatures verify could not be told`,
      'Run the drill again with what its trust policy asks for: plumbline archive drill --trust trust.yaml',
      places(drilled),
      measures,
    );
  const verified = drilled.every(({ drill }) => drill.verified === 'verified');
  const signatures = verified ? ', and the signatures verify' : '; signatures were not looked at (--trust)';
  const recorded = failedOn === null ? '' : `; the record tells of a drill on ${shortText(failedOn)} that failed`;
  return yes(
    `${because}${signatures}${recorded}`,
    atStrength(places(drilled), verified ? 'tested' : 'observed'),
    measures,
  );
}

/** Good copies before those that failed, and those before what was never tried. */
function bestCopy(copies: readonly KeptRelease[]): Tried {
  const [best] = copies.toSorted((a, b) => rankOf(b) - rankOf(a));
  if (best === undefined) throw new TypeError('a group has at least one member');
  return { copy: best, drill: best.drill };
}

const ranks: { readonly [O in ReleaseDrill['verified']]: number } = {
  verified: 5,
  'not-asked': 4,
  'could-not-assess': 3,
  'not-verified': 2,
};

function rankOf({ drill }: KeptRelease): number {
  if (drill === null) return 0;
  return drill.restored ? ranks[drill.verified] : 1;
}

const placeOf = ({ copy }: Tried): string => `${shortText(copy.archive)}: ${shortText(copy.name)}`;

/** `v1.2.0: app.tgz is altered: …`. */
function faultOf({ copy, drill }: Tried): string {
  return `${copy.name}: ${drill?.faults[0] ?? 'it could not be restored'}`;
}
