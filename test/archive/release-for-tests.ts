// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restoreFolder } from '@plumbline/adapters/release-files/restore-folder';
import type { ArchiveStore } from '@plumbline/core/archive/archive-store';
import type { Digest } from '@plumbline/core/digest';
import type { ReleaseRole } from '@plumbline/core/release/release-manifest';
import type { DrillEntry } from '@plumbline/core/state/drill-entry';
import { drillArchive, type DrillOptions } from '@plumbline/engine/archive/drill-archive';
import type { ExpectedRelease } from '@plumbline/engine/archive/expected-releases';
import type { DrillTrust } from '@plumbline/engine/archive/drill-trust';
import type { ReleaseSource } from '@plumbline/engine/archive/release-source';
import { gatherRelease, releaseManifestText } from '@plumbline/engine/release/gather-release';

const digestOf = (bytes: Uint8Array): Digest => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** A release of files that are held in memory; they are artifacts where nothing else is told. */
export function releaseOf(
  files: { readonly [name: string]: string | Buffer },
  tag = 'v1.0.0',
  roles: { readonly [name: string]: ReleaseRole } = {},
): ReleaseSource {
  const contents = new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
  const manifest = gatherRelease({
    tag,
    commit: 'a'.repeat(40),
    createdAt: '2026-01-01T00:00:00Z',
    gate: { outcome: 'not-asked', reason: 'a release of tests' },
    parts: [...contents].map(([name, bytes]) => ({
      name,
      role: roles[name] ?? 'artifact',
      digest: digestOf(bytes),
      size: bytes.length,
    })),
  });
  const text = Buffer.from(releaseManifestText(manifest));
  contents.set('release.json', text);
  return {
    manifest,
    file: { name: 'release.json', digest: digestOf(text), size: text.length },
    open: (name) => once(contents.get(name) ?? Buffer.alloc(0)),
  };
}

const inFolder: DrillOptions['inFolder'] = async (use) => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-drill-'));
  try {
    return await use(restoreFolder(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

export function drill(
  store: ArchiveStore,
  expected: readonly ExpectedRelease[] = [],
  trust: DrillTrust | null = null,
): Promise<DrillEntry> {
  return drillArchive(store, { startedAt: '2026-02-01T00:00:00Z', expected, inFolder, trust });
}

/** Every file below a folder, sorted. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
