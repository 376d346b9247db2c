// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { readBinaries } from '@plumbline/adapters/release-files/read-binaries';
import { restoreFolder } from '@plumbline/adapters/release-files/restore-folder';
import type { Digest } from '@plumbline/core/digest';
import { PlumblineError } from '@plumbline/core/errors';
import type { ReleaseManifest, ReleaseRole } from '@plumbline/core/release/release-manifest';
import type { ReleaseEntry } from '@plumbline/core/state/release-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { inspectRelease } from '@plumbline/engine/release/inspect-release';
import { visibleLine } from '@plumbline/reports/visible-text';
import { importFile } from '../import/import-file.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** A release that lies gathered in a folder. `digest`: of its manifest. */
export type GatheredRelease = {
  readonly manifest: ReleaseManifest;
  readonly digest: Digest;
  readonly folder: string;
};

/** What checks read of a release beyond its artifacts. */
const documents: ReadonlySet<ReleaseRole> = new Set(['sbom', 'provenance', 'report']);

/** What the files of a release say of its artifacts. */
export async function entryOfRelease(
  { manifest, digest, folder }: GatheredRelease,
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
  const recordedAt = new Date().toISOString();
  return { schema: 1, manifest: digest, tag, commit, createdAt, recordedAt, gate, parts, artifacts };
}

/**
 * Keeps it as evidence for later assessments, and takes the documents of the release in as `plumbline import --commit` would: whoever
 * puts a report into a release says that it is of its commit. A document that cannot be taken in is named, and shows nothing.
 */
export async function recordRelease(
  entry: ReleaseEntry,
  folder: string,
  state: StateStore,
  { progress, message }: Pick<Terminal, 'progress' | 'message'>,
): Promise<void> {
  await state.add('releases', entry);
  for (const { name } of entry.parts.filter(({ role }) => documents.has(role))) {
    progress(`reading ${name}`);
    const outcome = await importFile(join(folder, name), { state, commit: entry.commit }).catch((error: unknown) => {
      if (!(error instanceof PlumblineError)) throw error;
      return { state: 'refused', because: error.message } as const;
    });
    if (outcome.state === 'refused') message(`${visibleLine(name)} shows nothing: ${visibleLine(outcome.because)}`);
  }
}
