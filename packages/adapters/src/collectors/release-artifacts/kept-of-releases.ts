// SPDX-License-Identifier: Apache-2.0
import type { BuildEntry } from '@plumbline/core/state/build-entry';
import { entriesOf } from '@plumbline/core/state/entries-of';
import type { ReleaseEntry } from '@plumbline/core/state/release-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import type { VerificationEntry } from '@plumbline/core/state/verification-entry';
import { keptEvidence, type KeptEvidence } from '../../platform/evidence/kept-evidence.ts';

/** What earlier runs kept that says something of a release, up to a day; each list newest first. */
export type KeptOfReleases = {
  readonly releases: readonly ReleaseEntry[];
  readonly verifications: readonly VerificationEntry[];
  readonly builds: readonly BuildEntry[];
  readonly documents: readonly KeptEvidence[];
  /** Entries whose content is not what their name says. */
  readonly broken: readonly string[];
};

/** Reads it all. Without a state nothing is kept. */
export async function keptOfReleases(state: StateStore | undefined, asOf: string): Promise<KeptOfReleases> {
  if (state === undefined) return { releases: [], verifications: [], builds: [], documents: [], broken: [] };
  const releases = await entriesOf(state, 'releases');
  const verifications = await entriesOf(state, 'verifications');
  const builds = await entriesOf(state, 'builds');
  const documents = await keptEvidence(state);
  return {
    releases: newestFirst(releases.entries, ({ recordedAt }) => recordedAt, asOf),
    verifications: newestFirst(verifications.entries, ({ verifiedAt }) => verifiedAt, asOf),
    builds: newestFirst(builds.entries, ({ builtAt }) => builtAt, asOf),
    documents: documents.kept,
    broken: [...releases.broken, ...verifications.broken, ...builds.broken, ...documents.broken],
  };
}

function newestFirst<T>(entries: readonly T[], timeOf: (entry: T) => string, asOf: string): readonly T[] {
  const time = (entry: T): number => Date.parse(timeOf(entry));
  return entries.filter((entry) => time(entry) <= Date.parse(asOf)).toSorted((a, b) => time(b) - time(a));
}
