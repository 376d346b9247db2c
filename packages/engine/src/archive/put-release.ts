// SPDX-License-Identifier: Apache-2.0
import type { ArchiveEntry } from '@plumbline/core/archive/archive-entry';
import type { ArchiveStore, EntryToKeep } from '@plumbline/core/archive/archive-store';
import { canonicalJson } from '@plumbline/core/canonical-json';
import { PlumblineError } from '@plumbline/core/errors';
import type { ReleaseManifest } from '@plumbline/core/release/release-manifest';
import { archiveEntryText, parseArchiveEntry } from './archive-entry-text.ts';
import type { ReleaseSource } from './release-source.ts';
import { isShorter } from './retention.ts';
import { type Transfer, watched } from './transfer.ts';

export type PutRelease = {
  readonly source: ReleaseSource;
  /** The name in the archive; the tag unless told. */
  readonly name?: string;
  readonly archivedAt: string;
  /** Last day of retention; null: not told, which keeps a new release without end and leaves that of a kept one as it is. */
  readonly retainUntil: string | null;
  readonly progress?: (transfer: Transfer) => void;
};

/** `known`: the same release was there; its retention may have become longer. */
export type PutOutcome = { readonly state: 'kept' | 'known'; readonly entry: ArchiveEntry };

/**
 * Puts a release into an archive: every object first, the entry last, so that a release that is listed is whole. The same
 * release again repairs what is damaged and can prolong the retention. Throws `input-invalid` when another release has the name,
 * a file is not what the manifest says, or the retention would become shorter.
 */
export async function putRelease(store: ArchiveStore, put: PutRelease): Promise<PutOutcome> {
  const { manifest, file, open } = put.source;
  const objects = [file, ...manifest.parts.map(({ name, digest, size }) => ({ name, digest, size }))];
  const { archivedAt, retainUntil } = put;
  const wanted: ArchiveEntry = { schema: 1, name: put.name ?? manifest.tag, objects, archivedAt, retainUntil };
  refuseOther(await entryOf(store, wanted.name), wanted);
  for (const object of objects) {
    await store.put(object, watched(open(object.name), object, put.progress));
  }
  if (await store.addEntry(toKeep(wanted, manifest))) return { state: 'kept', entry: wanted };
  const there = await entryOf(store, wanted.name);
  refuseOther(there, wanted);
  if (there === null) throw changing(wanted.name);
  const entry: ArchiveEntry = { ...there, retainUntil: retainUntil ?? there.retainUntil };
  if (entry.retainUntil !== there.retainUntil) await store.replaceEntry(toKeep(entry, manifest));
  return { state: 'known', entry };
}

function toKeep(entry: ArchiveEntry, { parts }: ReleaseManifest): EntryToKeep {
  const roles = new Map(parts.map(({ name, role }) => [name, role]));
  const objects = entry.objects.map((object) => {
    const role = roles.get(object.name);
    return role === undefined ? object : { ...object, role };
  });
  return { name: entry.name, text: archiveEntryText(entry), objects };
}

async function entryOf(store: ArchiveStore, name: string): Promise<ArchiveEntry | null> {
  const kept = await store.entry(name);
  if (kept === null) return null;
  const parsed = parseArchiveEntry(kept);
  if (parsed.state === 'parsed') return parsed.entry;
  throw new PlumblineError('input-invalid', `the archive has a damaged entry of that name: ${parsed.because}`, {
    path: name,
    next: 'Run plumbline archive drill to see what is altered, and restore the entry from a copy',
  });
}

function refuseOther(there: ArchiveEntry | null, wanted: ArchiveEntry): void {
  if (there === null) return;
  if (canonicalJson(there.objects) !== canonicalJson(wanted.objects))
    throw new PlumblineError('input-invalid', 'another release is archived under this name', {
      path: wanted.name,
      next: 'A release does not change once it is archived: tag a new one, or give this one another name (--as NAME)',
    });
  if (isShorter(wanted.retainUntil, there.retainUntil))
    throw new PlumblineError(
      'input-invalid',
      `it is retained until ${there.retainUntil ?? 'ever'}, which cannot be shortened`,
      {
        path: wanted.name,
      },
    );
}

function changing(name: string): PlumblineError {
  return new PlumblineError('input-invalid', 'the entry was removed while it was being written', { path: name });
}
