// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import { factSources } from '@plumbline/core/facts/fact-sources';
import { entriesOf } from '@plumbline/core/state/entries-of';
import { keptReleases } from './kept-releases.ts';

/**
 * Archives as `plumbline archive` left them: what was put there, and the newest drill. Nothing kept is absent and not unavailable: what
 * these commands did here is all kept in one place, and a record of releases may speak for archives that they know nothing of.
 */
export const releaseArchiveCollector: Collector = {
  id: 'release-archive',
  version: '1',
  title: 'Archives of releases, and drills of restoring them',
  kinds: ['release-archive'],
  needs: ['git-objects'],
  timeoutMs: 60_000,
  collect: async (input) => [await collectArchive(input)],
};

async function collectArchive({ state, stateRefused, asOf }: CollectorInput): Promise<Collected> {
  const kind = 'release-archive';
  const { title, resolve } = factSources[kind];
  if (stateRefused === true)
    return { kind, state: 'unavailable', location: title, because: 'kept results are not believed here', resolve };
  const nothing = { entries: [], broken: [] };
  const archived = state === undefined ? nothing : await entriesOf(state, 'archived');
  const drills = state === undefined ? nothing : await entriesOf(state, 'drills');
  const [damaged] = [...archived.broken, ...drills.broken];
  if (damaged !== undefined)
    return {
      kind,
      state: 'unavailable',
      location: title,
      because: `a kept entry is damaged (${damaged}): what it says of the archive is not known`,
      resolve: 'Remove the damaged file from .plumbline/, and run plumbline archive put or drill again',
    };
  const known = {
    archived: archived.entries.filter(({ archivedAt }) => isUntil(archivedAt, asOf)),
    drills: drills.entries.filter(({ startedAt }) => isUntil(startedAt, asOf)),
  };
  const releases = keptReleases(known);
  if (releases.length === 0)
    return { kind, state: 'absent', location: title, lookedIn: 'what plumbline archive put and drill kept here' };
  const times = [
    ...known.archived.map(({ archivedAt }) => archivedAt),
    ...known.drills.map(({ startedAt }) => startedAt),
  ];
  return {
    kind,
    state: 'found',
    location: `archive ${[...new Set(releases.map(({ archive }) => archive))].join(', ')}`,
    effectiveAt: times.toSorted().at(-1) ?? asOf,
    strength: releases.some(({ drill }) => drill !== null) ? 'tested' : 'observed',
    fact: { releases },
  };
}

const isUntil = (time: string, asOf: string): boolean => Date.parse(time) <= Date.parse(asOf);
