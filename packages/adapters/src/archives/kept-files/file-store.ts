// SPDX-License-Identifier: Apache-2.0
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ArchivedObject } from '@plumbline/core/archive/archive-entry';
import type { ArchiveStore, EntryToKeep, KeptEntry, KeptObject } from '@plumbline/core/archive/archive-store';
import type { Digest } from '@plumbline/core/digest';
import { keepStream } from '../../platform/files/keep-stream.ts';
import { readChunks } from '../../platform/files/read-chunks.ts';
import { readRegularFile } from '../../platform/files/read-regular-file.ts';
import { checkKept } from './check-kept.ts';
import { createEntryBudget, entryBytesMax } from './entry-budget.ts';
import { entryFileName, nameOfEntryFile } from './entry-file-name.ts';
import { hexOf } from './hex-of.ts';
import { keptFolder } from './kept-folder.ts';

/** Where the files of a layout lie, as parts of a path below its root. */
export type FileLayout = {
  readonly root: string;
  readonly objectParts: (hex: string) => readonly string[];
  /** The folders that objects lie in. */
  readonly objectFolders: (
    list: (...parts: readonly string[]) => Promise<readonly string[]>,
  ) => Promise<readonly (readonly string[])[]>;
};

const entries = 'releases';

/** An archive of files: objects by their digest, entries in the folder `releases`. */
export function openFileStore({ root, objectParts, objectFolders }: FileLayout): ArchiveStore {
  const folder = keptFolder(root);
  const keepEntry = async ({ name, text }: EntryToKeep, exclusively: boolean): Promise<boolean> => {
    const path = await folder.place([entries, entryFileName(name)], 'make');
    return (await keepStream(path, [Buffer.from(text)], { exclusively })) !== null;
  };
  const readEntry = async (file: string, name: string): Promise<KeptEntry | null> => {
    const read = await readRegularFile(await folder.place([entries, file]), { bytesMax: entryBytesMax });
    if (read.state === 'read') return { name, bytes: read.bytes };
    return read.state === 'missing' ? null : { name, bytes: Buffer.alloc(0), fault: `it is ${read.state}` };
  };
  return {
    location: resolve(root),
    put: async (object: ArchivedObject, content) => {
      const path = await folder.place(objectParts(hexOf(object.digest)), 'make');
      await keepStream(path, content, { check: (kept) => checkKept(object, kept) });
    },
    read: async (digest: Digest) => (await readChunks(await folder.place(objectParts(hexOf(digest)))))?.chunks ?? null,
    async *objects(): AsyncIterable<KeptObject> {
      for (const parts of await objectFolders(folder.list)) {
        for (const hex of (await folder.list(...parts)).filter((name) => /^[0-9a-f]{64}$/u.test(name))) {
          const there = await stat(await folder.place([...parts, hex])).catch(() => null);
          if (there !== null) yield { digest: `sha256:${hex}`, size: there.size, keptAt: there.mtime.toISOString() };
        }
      }
    },
    removeObject: (digest) => folder.remove(...objectParts(hexOf(digest))),
    addEntry: (entry) => keepEntry(entry, true),
    replaceEntry: async (entry) => void (await keepEntry(entry, false)),
    entry: (name) => readEntry(entryFileName(name), name),
    entries: async () => {
      const kept: KeptEntry[] = [];
      const budget = createEntryBudget(root);
      for (const file of await folder.list(entries)) {
        const name = nameOfEntryFile(file);
        const entry = name === null ? null : await readEntry(file, name);
        if (entry === null) continue;
        budget.take(entry.bytes.length);
        kept.push(entry);
      }
      return kept.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
    removeEntry: (name) => folder.remove(entries, entryFileName(name)),
  };
}
