// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { readBinaries } from '@plumbline/adapters/release-files/read-binaries';
import { restoreFolder } from '@plumbline/adapters/release-files/restore-folder';
import type { Digest } from '@plumbline/core/digest';
import type { ReleaseManifest, ReleaseRole } from '@plumbline/core/release/release-manifest';
import type { ReleaseEntry } from '@plumbline/core/state/release-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { inspectRelease } from '@plumbline/engine/release/inspect-release';
import { importFile } from '../import/import-file.ts';

/** A release that lies gathered in a folder. `digest`: of its manifest. */
export type GatheredRelease = {
  readonly manifest: ReleaseManifest;
  readonly digest: Digest;
  readonly folder: string;
};

/** What checks read of a release beyond its artifacts. */
const documents: ReadonlySet<ReleaseRole> = new Set(['sbom', 'provenance', 'report']);

/**
 * Keeps what the files of a release say of its artifacts, as evidence for later assessments, and takes its documents in as
 * `plumbline import --commit` would: whoever puts a report into a release says that it is of its commit.
 */
export async function recordRelease(
  { manifest, digest, folder }: GatheredRelease,
  state: StateStore,
  progress: (message: string) => void,
): Promise<ReleaseEntry> {
  const { tag, commit, createdAt, gate, parts } = manifest;
  const { read, sha512 } = restoreFolder(folder);
  const artifacts = await inspectRelease({
    commit,
    parts,
    read,
    sha512,
    binaries: (name) => {
      progress(`looking into ${name}`);
      return readBinaries(join(folder, name));
    },
  });
  for (const { name } of parts.filter(({ role }) => documents.has(role))) {
    progress(`reading ${name}`);
    await importFile(join(folder, name), { state, commit }); // what cannot be understood is kept, and shows nothing
  }
  const recordedAt = new Date().toISOString();
  const entry: ReleaseEntry = {
    schema: 1,
    manifest: digest,
    tag,
    commit,
    createdAt,
    recordedAt,
    gate,
    parts,
    artifacts,
  };
  await state.add('releases', entry);
  return entry;
}
