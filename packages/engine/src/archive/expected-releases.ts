// SPDX-License-Identifier: Apache-2.0
import type { DrillEntry } from '@plumbline/core/state/drill-entry';
import type { StateStore } from '@plumbline/core/state/state-store';

/** Releases that the newest drill of an archive saw and that must still be there: a release that vanishes is not overlooked. */
export async function expectedReleases(state: StateStore, archive: string, now: string): Promise<readonly string[]> {
  const { intact } = await state.entries('drills');
  // written by this program under this schema, and each digest is checked
  const newest = intact
    .map(({ value }) => value as DrillEntry)
    .filter((drill) => drill.archive === archive)
    .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))[0];
  return (newest?.releases ?? [])
    .filter(({ retainUntil }) => retainUntil === null || retainUntil >= now.slice(0, 10))
    .map(({ name }) => name);
}
