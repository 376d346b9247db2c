// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ArchiveStore, EntryToKeep, KeptEntry } from '@plumbline/core/archive/archive-store';
import { canonicalJson } from '@plumbline/core/canonical-json';
import type { Digest } from '@plumbline/core/digest';
import { createFolder } from '../../platform/files/create-folder.ts';
import { keepStream } from '../../platform/files/keep-stream.ts';
import { openFileStore } from '../kept-files/file-store.ts';
import { emptyBlob, emptyConfig, imageManifest, parseDescriptor, releaseDescriptor } from './release-descriptor.ts';
import { indexFault, layoutFile, layoutText, writeIndex } from './layout-index.ts';

/**
 * An archive in an OCI image layout (image-spec 1.1, image-layout.md), which OCI tools copy and read: each release is a manifest
 * in index.json, its files are blobs. Descriptors also lie one by one in `releases`, since two processes cannot safely add to
 * one file; index.json is made from them.
 */
export function openOciLayoutArchive(root: string): ArchiveStore {
  const files = openFileStore({
    root,
    objectParts: (hex) => ['blobs', 'sha256', hex],
    objectFolders: () => Promise.resolve([['blobs', 'sha256']]),
  });
  const prepare = async (entry: EntryToKeep): Promise<void> => {
    await createFolder(root);
    await keepStream(join(root, layoutFile), [Buffer.from(layoutText)], { exclusively: true });
    await files.put({ name: 'config', ...emptyConfig }, once(emptyBlob));
    const manifest = imageManifest(entry.objects);
    await files.put({ name: 'manifest', ...releaseDescriptor(entry) }, once(manifest));
  };
  return {
    ...files,
    location: `oci:${files.location}`,
    async *objects() {
      const own = new Set<Digest>([emptyConfig.digest, ...(await manifestsOf(files))]);
      for await (const object of files.objects()) if (!own.has(object.digest)) yield object;
    },
    addEntry: async (entry) => {
      await prepare(entry);
      const added = await files.addEntry(described(entry));
      await writeIndex(root, files);
      return added;
    },
    replaceEntry: async (entry) => {
      await prepare(entry);
      await files.replaceEntry(described(entry));
      await writeIndex(root, files);
    },
    entry: async (name) => {
      const entry = await files.entry(name);
      return entry === null ? null : withoutDescriptor(files, entry);
    },
    entries: async () => {
      const kept = await Promise.all((await files.entries()).map((entry) => withoutDescriptor(files, entry)));
      const fault = await indexFault(root, files);
      return fault === null ? kept : [...kept, { name: 'index.json', bytes: Buffer.alloc(0), fault }];
    },
    removeEntry: async (name) => {
      const before = await files.entry(name);
      await files.removeEntry(name);
      if (before === null) return;
      await writeIndex(root, files);
      const manifest = parseDescriptor(before.bytes)?.digest;
      if (manifest !== undefined && !(await manifestsOf(files)).includes(manifest)) await files.removeObject(manifest);
    },
  };
}

function described(entry: EntryToKeep): EntryToKeep {
  return { ...entry, text: canonicalJson(releaseDescriptor(entry)) };
}

async function manifestsOf(files: ArchiveStore): Promise<readonly Digest[]> {
  return (await files.entries()).flatMap(({ bytes }) => parseDescriptor(bytes)?.digest ?? []);
}

/** The entry that a descriptor carries; none when the descriptor, or the OCI manifest that it names, is not as it was written. */
async function withoutDescriptor(files: ArchiveStore, { name, bytes }: KeptEntry): Promise<KeptEntry> {
  const descriptor = parseDescriptor(bytes);
  if (descriptor === null || descriptor.name !== name) return { name, bytes, fault: 'its descriptor is altered' };
  const hash = createHash('sha256');
  const blob = await files.read(descriptor.digest);
  if (blob === null) return { name, bytes, fault: 'its OCI manifest is missing' };
  for await (const chunk of blob) hash.update(chunk);
  if (`sha256:${hash.digest('hex')}` !== descriptor.digest)
    return { name, bytes, fault: 'its OCI manifest is altered' };
  return { name, bytes: Buffer.from(descriptor.entry) };
}

async function* once(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}
