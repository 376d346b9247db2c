// SPDX-License-Identifier: Apache-2.0
import type { CollectorInput } from '@plumbline/core/collecting/collector';
import type { BaseImage, Lockfile, Manifest, ManifestRole } from '@plumbline/core/facts/dependency-inventory';
import type { Unread } from '@plumbline/core/facts/unread';
import { readImages } from './base-images.ts';
import type { LoadedLockfile } from './judge-lock.ts';
import { readVersionCatalog, type VersionCatalog } from './jvm/version-catalog.ts';
import { lockfileReaders } from './lockfile-readers.ts';
import { manifestReaders } from './manifest-readers.ts';
import type { LockEntry, LockfileFormat } from './model/lockfile-reader.ts';
import type { ManifestFormat, ReadManifest } from './model/manifest-reader.ts';
import { directoryOf } from './model/paths.ts';
import { lockfileBytesMax, problemOf, readEach, readFirst, type Reading } from './read-each.ts';
import type { SelectedFiles } from './select-files.ts';

/** What was read, before anything is compared. */
export type LoadedFiles = {
  readonly manifests: {
    readonly path: string;
    readonly format: ManifestFormat;
    readonly role: ManifestRole;
    readonly read: ReadManifest;
  }[];
  readonly lockfiles: LoadedLockfile[];
  readonly images: BaseImage[];
  /** Manifests that could not be read: their lock is unknown. */
  readonly unknown: Manifest[];
  readonly catalogs: Map<string, VersionCatalog>;
  readonly unread: Unread[];
};

const manifestBytesMax = 2 * 1024 * 1024;
const fixtureBytesMax = 256 * 1024;
const entriesMax = 2_000_000;

/** Reads the selected files one after the other; what cannot be read becomes a note, never an error. */
export async function loadFiles(input: CollectorInput, selected: SelectedFiles): Promise<LoadedFiles> {
  const loaded = { ...nothingLoaded(), unread: [...selected.unread] };
  await loadLockfiles(input, selected, loaded);
  dropVendorLists(loaded);
  await loadManifests(input, selected, loaded);
  await loadImages(input, selected, loaded);
  await loadCatalogs(input, selected, loaded);
  return loaded;
}

function nothingLoaded(): LoadedFiles {
  return { manifests: [], lockfiles: [], images: [], unknown: [], catalogs: new Map(), unread: [] };
}

async function loadCatalogs(input: Reading, selected: SelectedFiles, loaded: LoadedFiles): Promise<void> {
  const keep = (path: string, text: string) => void loaded.catalogs.set(path, readVersionCatalog(text));
  await readEach(
    input,
    selected.catalogs.map((path) => ({ path })),
    manifestBytesMax,
    (item, text) => (text === null ? undefined : keep(item.path, text)),
  );
}

/** Go vendors what go.sum has the hashes of: beside it, the list of vendored modules says nothing more. */
function dropVendorLists({ lockfiles }: LoadedFiles): void {
  const summed = new Set(lockfiles.filter(({ format }) => format === 'go-sum').map(({ directory }) => directory));
  const kept = lockfiles.filter(({ format, directory }) => format !== 'go-vendor' || !summed.has(directory));
  lockfiles.splice(0, lockfiles.length, ...kept);
}

async function loadLockfiles(input: CollectorInput, { lockfiles }: SelectedFiles, loaded: LoadedFiles): Promise<void> {
  let entries = 0;
  const visit = (item: SelectedFiles['lockfiles'][number], text: string | null, because: string) => {
    const { path, formats, role } = item;
    const tooMany = entries > entriesMax;
    const found =
      text === null || tooMany ? null : readFirst(formats, (format) => lockfileReaders[format].read(text, path));
    if (found === null && text !== null && !tooMany) return;
    const [first] = formats;
    const format = found?.format ?? first;
    if (format === undefined) return;
    const problem =
      found === null
        ? { because: tooMany ? `more than ${entriesMax} locked entries` : because }
        : problemOf(found.result);
    // fixtures are broken on purpose, and never count
    if (problem !== null && role !== 'fixture') loaded.unread.push({ path, ...problem });
    const read = found?.result.ok === true ? found.result.value : null;
    entries += read?.entries.length ?? 0;
    loaded.lockfiles.push({
      path,
      format,
      directory: lockedDirectory(format, path),
      fact: factOf(format, path, role, read?.entries ?? []),
      read,
    });
  };
  await readEach(
    input,
    lockfiles.filter(({ role }) => role !== 'fixture'),
    lockfileBytesMax,
    visit,
  );
  await readEach(
    input,
    lockfiles.filter(({ role }) => role === 'fixture'),
    fixtureBytesMax,
    visit,
  );
}

function lockedDirectory(format: LockfileFormat, path: string): string {
  return (lockfileReaders[format].directoryOf ?? directoryOf)(path);
}

function factOf(format: LockfileFormat, path: string, role: ManifestRole, entries: readonly LockEntry[]): Lockfile {
  const { ecosystem, canHash } = lockfileReaders[format];
  const fetched = entries.filter(({ bundled }) => bundled !== true);
  return {
    path,
    ecosystem,
    role,
    external: fetched.length,
    hashed: fetched.filter(({ hashed }) => hashed).length,
    canHash,
  };
}

/** The manifests alone, with what Gradle's version catalogs stand for. */
export async function loadManifestsOf(input: Reading, selected: SelectedFiles): Promise<LoadedFiles> {
  const loaded = nothingLoaded();
  await loadManifests(input, selected, loaded);
  await loadCatalogs(input, selected, loaded);
  return loaded;
}

async function loadManifests(input: Reading, { manifests }: SelectedFiles, loaded: LoadedFiles): Promise<void> {
  await readEach(input, manifests, manifestBytesMax, ({ path, formats, role }, text, because) => {
    const found = text === null ? null : readFirst(formats, (format) => manifestReaders[format].read(text, path));
    if (found?.result.ok === true) {
      loaded.manifests.push({ path, format: found.format, role, read: found.result.value });
      return;
    }
    const [first] = formats;
    const format = found?.format ?? first;
    if (format === undefined || (found === null && text !== null)) return;
    const problem = (found === null ? null : problemOf(found.result)) ?? { because };
    if (role !== 'fixture') loaded.unread.push({ path, ...problem });
    const { ecosystem } = manifestReaders[format];
    loaded.unknown.push({
      path,
      ecosystem,
      role,
      dependencies: 0,
      lock: 'unknown',
      because: `It could not be read: ${problem.because}`,
    });
  });
}

async function loadImages(input: CollectorInput, { images }: SelectedFiles, loaded: LoadedFiles): Promise<void> {
  await readEach(input, images, manifestBytesMax, ({ path, formats, role }, text, because) => {
    const [kind] = formats;
    if (kind === undefined) return;
    const result = text === null ? null : readImages(kind, path, text, role);
    if (result?.ok === true) loaded.images.push(...result.value);
    else if (role !== 'fixture')
      loaded.unread.push({ path, ...((result === null ? null : problemOf(result)) ?? { because }) });
  });
}
