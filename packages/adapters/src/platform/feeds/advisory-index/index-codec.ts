// SPDX-License-Identifier: Apache-2.0
import type { Advisory, AffectedPackage, AffectedRange, RangeEvent } from '@plumbline/core/vulnerabilities/advisory';

/** What an advisory says of itself; its packages are kept where they are looked up. */
export type AdvisoryDetails = Omit<Advisory, 'affected'> & {
  /** Of an advisory that was withdrawn: its packages, which nobody looks up any more, as ecosystem and name. */
  readonly withdrawnFrom?: readonly (readonly [ecosystem: string, name: string])[];
};

/** A package of an advisory in few bytes: number of the advisory, ecosystem, name, purl, ranges, versions. */
type Packed = readonly [
  number: number,
  id: string,
  ecosystem: string,
  name: string,
  purl: string | null,
  ranges: readonly (readonly string[])[],
  versions: readonly string[],
];

/** An advisory as a look-up finds it: enough to match, and the number under which its details are. */
export type IndexedAdvisory = {
  readonly id: string;
  readonly number: number;
  readonly withdrawnAt: null;
  readonly affected: readonly AffectedPackage[];
};

const letterOf: { readonly [T in AffectedRange['type']]: string } = { SEMVER: 'S', ECOSYSTEM: 'E', GIT: 'G' };
const typeOf: { readonly [letter: string]: AffectedRange['type'] } = { S: 'SEMVER', E: 'ECOSYSTEM', G: 'GIT' };

export function packAffected(number: number, id: string, affected: AffectedPackage): Packed {
  const { ecosystem, name, purl, ranges, versions } = affected;
  return [number, id, ecosystem, name, purl, ranges.map(packRange), versions];
}

function packRange({ type, events }: AffectedRange): readonly string[] {
  return [letterOf[type], ...events.map(packEvent)];
}

function packEvent(event: RangeEvent): string {
  if ('introduced' in event) return `i${event.introduced}`;
  if ('fixed' in event) return `f${event.fixed}`;
  return 'limit' in event ? `m${event.limit}` : `l${event.lastAffected}`;
}

/** The packages under one key. Throws when the bytes are not what packAffected makes: the file is then damaged. */
export function unpackEntries(json: string): readonly IndexedAdvisory[] {
  const entries: unknown = JSON.parse(json);
  if (!Array.isArray(entries)) throw new TypeError('not a list of entries');
  const advisories: { id: string; number: number; withdrawnAt: null; affected: AffectedPackage[] }[] = [];
  for (const entry of entries as readonly Packed[]) {
    const [number, id, ecosystem, name, purl, ranges, versions] = entry;
    const affected = { ecosystem, name, purl, ranges: ranges.map(unpackRange), versions };
    const last = advisories.at(-1);
    if (last?.number === number) last.affected.push(affected);
    else advisories.push({ id, number, withdrawnAt: null, affected: [affected] });
  }
  return advisories;
}

function unpackRange([letter = '', ...events]: readonly string[]): AffectedRange {
  return { type: typeOf[letter] ?? 'GIT', events: events.map(unpackEvent) };
}

function unpackEvent(packed: string): RangeEvent {
  const version = packed.slice(1);
  const letter = packed.charAt(0);
  if (letter === 'i') return { introduced: version };
  if (letter === 'f') return { fixed: version };
  return letter === 'm' ? { limit: version } : { lastAffected: version };
}
