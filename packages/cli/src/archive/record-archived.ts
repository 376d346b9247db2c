// SPDX-License-Identifier: Apache-2.0
import type { ArchiveEntry } from '@plumbline/core/archive/archive-entry';
import type { ArchivedEntry } from '@plumbline/core/state/archived-entry';
import type { ReleaseSource } from '@plumbline/engine/archive/release-source';
import { keepEvidence } from '../evidence/keep-evidence.ts';
import type { Terminal } from '../terminal/terminal.ts';

export type PutThere = {
  /** Where the archive is, without credentials. */
  readonly archive: string;
  readonly entry: ArchiveEntry;
  readonly source: ReleaseSource;
  /** When every object was acknowledged; the entry's own is older where the release was there already. */
  readonly archivedAt: string;
};

/** Keeps that a release was archived, and says quietly when there is no project to keep it for. */
export async function recordArchived(
  { archive, entry, source, archivedAt }: PutThere,
  named: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const { manifest, file } = source;
  const roles = new Map(manifest.parts.map(({ name, role }) => [name, role]));
  const archived: ArchivedEntry = {
    schema: 1,
    archive,
    name: entry.name,
    manifest: file.digest,
    tag: manifest.tag,
    commit: manifest.commit,
    archivedAt,
    retainUntil: entry.retainUntil,
    objects: entry.objects.map((object) => ({ ...object, role: roles.get(object.name) ?? 'manifest' })),
  };
  const orSay = 'not kept as evidence for assessments: no .plumbline here, and no --state';
  await keepEvidence('archived', archived, { named, orSay }, terminal);
}
