// SPDX-License-Identifier: Apache-2.0
import type { ArchivedObject, ArchiveEntry } from '@plumbline/core/archive/archive-entry';
import type { ArchiveStore } from '@plumbline/core/archive/archive-store';
import { canonicalJson } from '@plumbline/core/canonical-json';
import type { ReleaseManifest } from '@plumbline/core/release/release-manifest';
import type { DrillFault } from '@plumbline/core/state/drill-entry';
import { parseReleaseManifest } from '../release/parse-release-manifest.ts';
import type { RestoreFolder } from '@plumbline/core/archive/restore-folder';
import { type Transfer, watched } from './transfer.ts';

export type Restored = {
  readonly manifest: ReleaseManifest | null;
  readonly bytes: number;
  readonly faults: readonly DrillFault[];
};

const manifestBytesMax = 16 * 1024 * 1024;

/** Restores every object of a release into a folder, and compares each with the entry and the entry with the manifest. */
export async function restoreRelease(
  store: ArchiveStore,
  entry: ArchiveEntry,
  folder: RestoreFolder,
  progress?: (transfer: Transfer) => void,
): Promise<Restored> {
  const faults: DrillFault[] = [];
  let bytes = 0;
  for (const object of entry.objects) {
    const restored = await restoreObject(store, object, folder, progress);
    if (typeof restored === 'number') bytes += restored;
    else faults.push({ release: entry.name, object: object.name, ...restored });
  }
  const [file] = entry.objects;
  if (file === undefined || faults.some(({ object }) => object === file.name)) return { manifest: null, bytes, faults };
  const manifest = await readManifest(entry, file, folder);
  if ('what' in manifest) return { manifest: null, bytes, faults: [...faults, manifest] };
  return { manifest, bytes, faults };
}

async function restoreObject(
  store: ArchiveStore,
  object: ArchivedObject,
  folder: RestoreFolder,
  progress?: (transfer: Transfer) => void,
): Promise<number | Pick<DrillFault, 'what' | 'because'>> {
  const { name, digest, size } = object;
  const content = await store.read(digest);
  if (content === null) return { what: 'missing', because: `there is no object ${digest}` };
  const written = await folder.write(name, watched(content, object, progress), size);
  if (written.digest === digest && written.size === size) return size;
  return { what: 'altered', because: `its bytes have the digest ${written.digest} instead of ${digest}` };
}

async function readManifest(
  entry: ArchiveEntry,
  file: ArchivedObject,
  folder: RestoreFolder,
): Promise<ReleaseManifest | DrillFault> {
  const fault = (because: string): DrillFault => ({
    release: entry.name,
    object: file.name,
    what: 'contradictory',
    because,
  });
  const bytes = await folder.read(file.name, manifestBytesMax);
  if (bytes === null) return fault(`the manifest is larger than ${manifestBytesMax} bytes`);
  const parsed = parseReleaseManifest(bytes);
  if (parsed.state === 'failed') return fault(`the manifest is not one: ${parsed.because}`);
  const listed = parsed.manifest.parts.map(({ name, digest, size }) => ({ name, digest, size }));
  return canonicalJson([file, ...listed]) === canonicalJson(entry.objects)
    ? parsed.manifest
    : fault('the entry lists other objects than the manifest');
}
