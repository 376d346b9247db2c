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
import { parseArchiveEntry } from '@plumbline/engine/archive/archive-entry-text';
import type { ReleaseSource } from '@plumbline/engine/archive/release-source';
import type { RestoreFolder } from '@plumbline/core/archive/restore-folder';
import { restoreRelease } from '@plumbline/engine/archive/restore-release';
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

/** The files of a release as they come out of an archive, by name; null: it refuses to give them. */
export async function restored(store: ArchiveStore, name: string): Promise<ReadonlyMap<string, string> | null> {
  const kept = await store.entry(name);
  const parsed = kept === null ? null : parseArchiveEntry(kept);
  if (parsed?.state !== 'parsed') return null;
  const files = new Map<string, string>();
  const folder: RestoreFolder = {
    write: async (file, content, bytesMax) => {
      const parts: Uint8Array[] = [];
      for await (const part of content) parts.push(Buffer.from(part));
      const bytes = Buffer.concat(parts).subarray(0, bytesMax + 1);
      files.set(file, bytes.toString('latin1'));
      return { digest: digestOf(bytes), size: bytes.length };
    },
    read: (file) => Promise.resolve(Buffer.from(files.get(file) ?? '', 'latin1')),
    source: () => ({ size: 0, open: () => once(Buffer.alloc(0)) }),
    sha512: () => Promise.resolve(''),
  };
  const { faults } = await restoreRelease(store, parsed.entry, folder);
  return faults.length === 0 ? files : null;
}

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
