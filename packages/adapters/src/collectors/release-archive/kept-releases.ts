// SPDX-License-Identifier: Apache-2.0
import type { KeptRelease, ReleaseDrill } from '@plumbline/core/facts/release-archive';
import type { ArchivedEntry } from '@plumbline/core/state/archived-entry';
import type { DrilledRelease, DrillEntry, DrillOutcome } from '@plumbline/core/state/drill-entry';
import { placeName } from './place-name.ts';

export type KnownOfArchives = { readonly archived: readonly ArchivedEntry[]; readonly drills: readonly DrillEntry[] };

/**
 * Each release that an archive keeps, by archive and name: as it was put there last, with what the newest drill of that archive since
 * then says of it. One that this drill did not find is lost.
 */
export function keptReleases({ archived, drills }: KnownOfArchives): readonly KeptRelease[] {
  const puts = lastOf(
    archived,
    ({ archive, name }) => keyOf(archive, name),
    ({ archivedAt }) => archivedAt,
  );
  const newestDrills = lastOf(
    drills,
    ({ archive }) => archive,
    ({ startedAt }) => startedAt,
  );
  const found = [...newestDrills.values()].flatMap(({ archive, releases }) =>
    releases.map(({ name }) => ({ archive, name })),
  );
  const known = new Map(
    [...puts.values(), ...found].map(({ archive, name }) => [keyOf(archive, name), { archive, name }]),
  );
  return [...known.keys()].toSorted().flatMap((key) => {
    const { archive, name } = known.get(key) ?? { archive: '', name: '' };
    return keptRelease(name, puts.get(key), newestDrills.get(archive)) ?? [];
  });
}

function keptRelease(name: string, put: ArchivedEntry | undefined, newest: DrillEntry | undefined): KeptRelease | null {
  const entry = newest === undefined || (put !== undefined && newest.startedAt < put.archivedAt) ? null : newest;
  const release = entry?.releases.find((one) => one.name === name);
  const drill = entry === null ? null : release === undefined ? lost(entry) : drillOf({ entry, release });
  if (put === undefined) {
    if (entry === null || release === undefined) return null;
    const { tag, commit, retainUntil } = release;
    return { name, tag, commit, archive: placeName(entry.archive), archivedOn: null, retainUntil, roles: null, drill };
  }
  const { tag, commit, archive, archivedAt, objects } = put;
  // Retention is only ever made longer: a drill that read the entry later knows the present one.
  const retainUntil = release?.restored === true ? release.retainUntil : put.retainUntil;
  const roles = new Set(objects.flatMap(({ role }) => (role === 'manifest' ? [] : [role])));
  return {
    name,
    tag,
    commit,
    archive: placeName(archive),
    archivedOn: dayOf(archivedAt),
    retainUntil,
    roles: [...roles].toSorted(),
    drill,
  };
}

const dayOf = (instant: string): string => instant.slice(0, 10);

function lost({ startedAt }: DrillEntry): ReleaseDrill {
  return {
    on: dayOf(startedAt),
    restored: false,
    verified: 'not-asked',
    faults: ['it is not in the archive any more'],
  };
}

type Drilled = { readonly entry: DrillEntry; readonly release: DrilledRelease };

function drillOf({ entry, release }: Drilled): ReleaseDrill {
  const { name, restored, artifacts = [] } = release;
  const verified = worst(artifacts.map(({ outcome }) => outcome));
  const refused = artifacts.filter(({ outcome }) => outcome === 'not-verified' || outcome === 'could-not-assess');
  return {
    on: dayOf(entry.startedAt),
    restored,
    verified,
    faults: [
      ...entry.faults
        .filter((fault) => fault.release === name)
        .map(({ object, what, because }) => `${object ?? 'its entry'} is ${what}: ${because}`),
      ...refused.map((artifact) => `${artifact.name}: ${reasonOf(artifact.requirements)}`),
    ].slice(0, faultsMax),
  };
}

const faultsMax = 20;
const order: readonly DrillOutcome[] = ['not-verified', 'could-not-assess', 'not-asked', 'verified'];

/** Of nothing it is that nobody asked. */
function worst(outcomes: readonly DrillOutcome[]): DrillOutcome {
  return order.find((one) => outcomes.includes(one)) ?? 'not-asked';
}

function reasonOf(requirements: NonNullable<DrilledRelease['artifacts']>[number]['requirements']): string {
  return requirements.find(({ outcome }) => outcome !== 'verified')?.because ?? 'not verified';
}

/** The entry of each key that was made last. */
function lastOf<T>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
  timeOf: (entry: T) => string,
): ReadonlyMap<string, T> {
  const inOrder = entries.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
  return new Map(inOrder.map((entry) => [keyOf(entry), entry]));
}

const keyOf = (archive: string, name: string): string => JSON.stringify([archive, name]);
