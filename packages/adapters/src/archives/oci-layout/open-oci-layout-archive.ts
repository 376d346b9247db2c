// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { ArchiveStore, EntryToKeep, KeptEntry } from '@plumbline/core/archive/archive-store';
import { canonicalJson } from '@plumbline/core/canonical-json';
import type { Digest } from '@plumbline/core/digest';
import { createFolder } from '../../platform/files/create-folder.ts';
import { keepStream } from '../../platform/files/keep-stream.ts';
import { openFileStore } from '../kept-files/file-store.ts';
import { blobFault } from './blob-fault.ts';
import { emptyBlob, emptyConfig } from './descriptor.ts';
import { indexFault, layoutFile, layoutText, writeIndex } from './layout-index.ts';
import { type OciRelease, ociRelease, parseDescriptor } from './release-descriptor.ts';

/** `looks`: how often an index that is not as it should be is looked at, 50 ms apart: another process may be about to write it. */
export type OciLayoutOptions = { readonly looks?: number };

/**
 * An archive in an OCI image layout (image-spec 1.1, image-layout.md), which OCI tools copy and read: each release is a manifest
 * in index.json, its files are blobs, and its signatures, provenance and bills of materials are referrers of it as well. Descriptors
 * also lie one by one in `releases`, since two processes cannot safely add to one file; index.json is made from them.
 */
export function openOciLayoutArchive(root: string, { looks = 20 }: OciLayoutOptions = {}): ArchiveStore {
  const files = openFileStore({
    root,
    objectParts: (hex) => ['blobs', 'sha256', hex],
    objectFolders: () => Promise.resolve([['blobs', 'sha256']]),
  });
  const keep = async (
    entry: EntryToKeep,
    put: (described: EntryToKeep) => Promise<boolean | void>,
  ): Promise<boolean> => {
    const release = ociRelease(entry);
    await prepare(root, files, release);
    const added = await put({ ...entry, text: canonicalJson(release.descriptor) });
    await writeIndex(root, files);
    return added !== false;
  };
  return {
    ...files,
    location: `oci:${files.location}`,
    async *objects() {
      const own = new Set<Digest>([emptyConfig.digest, ...(await manifestsOf(files))]);
      for await (const object of files.objects()) if (!own.has(object.digest)) yield object;
    },
    addEntry: (entry) => keep(entry, files.addEntry),
    replaceEntry: async (entry) => void (await keep(entry, files.replaceEntry)),
    entry: async (name) => {
      const entry = await files.entry(name);
      return entry === null ? null : withoutDescriptor(files, entry);
    },
    entries: async () => {
      const kept = await Promise.all((await files.entries()).map((entry) => withoutDescriptor(files, entry)));
      const fault = await indexFault(root, files, looks);
      return fault === null ? kept : [...kept, { name: 'index.json', bytes: Buffer.alloc(0), fault }];
    },
    removeEntry: async (name) => {
      const before = await files.entry(name);
      await files.removeEntry(name);
      if (before === null) return;
      await writeIndex(root, files);
      const needed = new Set(await manifestsOf(files));
      for (const { digest } of parseDescriptor(before.bytes)?.manifests ?? [])
        if (!needed.has(digest)) await files.removeObject(digest);
    },
  };
}

async function prepare(
  root: string,
  files: ArchiveStore,
  { descriptor, manifest, referrers }: OciRelease,
): Promise<void> {
  await createFolder(root);
  await keepStream(join(root, layoutFile), [Buffer.from(layoutText)], { exclusively: true });
  await files.put({ name: 'config', ...emptyConfig }, once(emptyBlob));
  for (const one of [{ descriptor, manifest }, ...referrers])
    await files.put({ name: 'manifest', ...one.descriptor }, once(one.manifest));
}

async function manifestsOf(files: ArchiveStore): Promise<readonly Digest[]> {
  return (await files.entries()).flatMap(
    ({ bytes }) => parseDescriptor(bytes)?.manifests.map(({ digest }) => digest) ?? [],
  );
}

/** The entry that a descriptor carries; none when the descriptor, or an OCI manifest that it names, is not as it was written. */
async function withoutDescriptor(files: ArchiveStore, { name, bytes, fault }: KeptEntry): Promise<KeptEntry> {
  if (fault !== undefined) return { name, bytes, fault };
  const parsed = parseDescriptor(bytes);
  if (parsed === null || parsed.name !== name) return { name, bytes, fault: 'its descriptor is altered' };
  for (const manifest of parsed.manifests) {
    const found = await blobFault(files, manifest);
    if (found !== null) return { name, bytes, fault: `its OCI manifest ${manifest.digest} is ${found}` };
  }
  return { name, bytes: Buffer.from(parsed.entry) };
}

async function* once(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}
