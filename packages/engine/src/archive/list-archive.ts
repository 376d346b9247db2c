// SPDX-License-Identifier: Apache-2.0
import type { ArchivedObject } from '@plumbline/core/archive/archive-entry';
import type { ArchiveStore, KeptEntry } from '@plumbline/core/archive/archive-store';
import { parseArchiveEntry } from './archive-entry-text.ts';

/** `ending`: within 90 days. `ended`: it may be deleted. */
export type RetentionState = 'without-end' | 'kept' | 'ending' | 'ended';

/** A release as its entry says; nothing of it was read. `damaged`: the entry itself cannot be trusted. */
export type ListedRelease =
  | {
      readonly name: string;
      readonly state: 'kept';
      readonly archivedAt: string;
      readonly retainUntil: string | null;
      readonly retention: RetentionState;
      /** Whole days to the last one, which is 0 on that day; null without end. */
      readonly daysLeft: number | null;
      readonly bytes: number;
      readonly objects: readonly ArchivedObject[];
    }
  | { readonly name: string; readonly state: 'damaged'; readonly because: string };

export type ArchiveList = {
  readonly schemaVersion: '1.0';
  readonly archive: string;
  /** YYYY-MM-DD (UTC): by which the days are counted. */
  readonly asOf: string;
  readonly releases: readonly ListedRelease[];
};

const endingDays = 90;
const dayMs = 86_400_000;

/** Which releases an archive has, and until when they are retained. `now`: ISO 8601. Throws what the store throws. */
export async function listArchive(store: ArchiveStore, now: string): Promise<ArchiveList> {
  const asOf = now.slice(0, 10);
  const releases = (await store.entries()).map((kept) => listed(kept, asOf));
  return { schemaVersion: '1.0', archive: store.location, asOf, releases };
}

function listed(kept: KeptEntry, asOf: string): ListedRelease {
  const parsed = parseArchiveEntry(kept);
  if (parsed.state === 'failed') return { name: kept.name, state: 'damaged', because: parsed.because };
  const { name, objects, archivedAt, retainUntil } = parsed.entry;
  const daysLeft = retainUntil === null ? null : Math.round((Date.parse(retainUntil) - Date.parse(asOf)) / dayMs);
  const bytes = objects.reduce((sum, { size }) => sum + size, 0);
  return { name, state: 'kept', archivedAt, retainUntil, retention: stateOf(daysLeft), daysLeft, bytes, objects };
}

function stateOf(daysLeft: number | null): RetentionState {
  if (daysLeft === null) return 'without-end';
  if (daysLeft < 0) return 'ended';
  return daysLeft <= endingDays ? 'ending' : 'kept';
}
