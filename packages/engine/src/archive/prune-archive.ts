// SPDX-License-Identifier: Apache-2.0
import type { ArchiveEntry } from '@plumbline/core/archive/archive-entry';
import type { ArchiveStore } from '@plumbline/core/archive/archive-store';
import { PlumblineError } from '@plumbline/core/errors';
import { parseArchiveEntry } from './archive-entry-text.ts';

export type PruneOptions = {
  /** Only releases that were archived before this day, YYYY-MM-DD (UTC). */
  readonly before: string;
  /** ISO 8601. */
  readonly now: string;
};

export type Pruned = { readonly releases: readonly string[]; readonly objects: number; readonly bytes: number };

/** An object that was put there this recently may belong to a release whose entry is yet to come. */
const graceMs = 86_400_000;

/**
 * Removes the releases that were archived before a day and whose retention has ended, then the objects that no entry speaks of
 * and that are older than a day. The entry goes first: what remains listed is whole at any moment. Throws `input-invalid`
 * while an entry cannot be read: which objects it needs is unknown, so nothing is deleted.
 */
export async function pruneArchive(store: ArchiveStore, { before, now }: PruneOptions): Promise<Pruned> {
  const entries = await readAll(store);
  const releases = entries.filter((entry) => mayGo(entry, before, now)).map(({ name }) => name);
  for (const name of releases) await store.removeEntry(name);
  const needed = new Set((await readAll(store)).flatMap(({ objects }) => objects.map(({ digest }) => digest)));
  let objects = 0;
  let bytes = 0;
  for await (const { digest, size, keptAt } of store.objects()) {
    if (needed.has(digest) || Date.parse(now) - Date.parse(keptAt) < graceMs) continue;
    await store.removeObject(digest);
    objects += 1;
    bytes += size;
  }
  return { releases, objects, bytes };
}

function mayGo({ archivedAt, retainUntil }: ArchiveEntry, before: string, now: string): boolean {
  return retainUntil !== null && archivedAt.slice(0, 10) < before && retainUntil < now.slice(0, 10);
}

async function readAll(store: ArchiveStore): Promise<readonly ArchiveEntry[]> {
  return (await store.entries()).map((kept) => {
    const parsed = parseArchiveEntry(kept);
    if (parsed.state === 'parsed') return parsed.entry;
    throw new PlumblineError('input-invalid', `nothing is deleted while an entry cannot be read: ${parsed.because}`, {
      path: kept.name,
      next: 'Run plumbline archive drill to see what is altered',
    });
  });
}
