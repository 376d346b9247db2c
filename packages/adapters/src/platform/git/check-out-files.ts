// SPDX-License-Identifier: Apache-2.0
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { TreeEntry } from '@plumbline/core/collecting/repository-snapshot';
import { createFolder } from '../files/create-folder.ts';
import { readRegularFile } from '../files/read-regular-file.ts';
import { createObjectReader } from './object-reader.ts';
import type { OpenRepository } from './open-repository.ts';
import type { ReadObject } from './read-job.ts';

export type CheckOutOptions = {
  readonly folder: string;
  /** Files that are not to be there. */
  readonly leaveOut: (path: string) => boolean;
  readonly signal: CancelSignal;
};

/** What was asked for and is not there, and why; the first hundred. */
export type CheckedOut = {
  readonly files: number;
  readonly missing: readonly { readonly path: string; readonly because: string }[];
  readonly missingCount: number;
};

const fileBytesMax = 64 * 1024 * 1024;
const totalBytesMax = 8 * 1024 * 1024 * 1024;
/** Bytes that are read ahead of being written. */
const batchBytes = 32 * 1024 * 1024;
const namedMax = 100;

/**
 * Writes the files of a snapshot into an empty folder of ours, byte for byte as they are stored: no filter, attribute, hook
 * or line-ending rule is applied, nothing is executable, links and submodules are left out. Every name is created anew and
 * never written through, so that two names that a file system takes for one cannot reach each other.
 */
export async function checkOutFiles(repository: OpenRepository, options: CheckOutOptions): Promise<CheckedOut> {
  const missing: { path: string; because: string }[] = [];
  let missingCount = 0;
  let files = 0;
  let total = 0;
  const miss = (path: string, because: string): void => {
    missingCount += 1;
    if (missing.length < namedMax) missing.push({ path, because });
  };
  for (const { path, because } of repository.snapshot.skipped ?? []) miss(path, because);
  const writer = createWriter(options.folder);
  const source = openSource(repository, options.signal);
  try {
    for (const batch of batchesOf(wanted(repository, options, miss))) {
      options.signal.throwIfAborted();
      const read: { readonly path: string; readonly bytes: Buffer }[] = [];
      await source.read(batch, (path, bytes) => {
        if (typeof bytes === 'string') return miss(path, bytes);
        total += bytes.length;
        if (total > totalBytesMax) miss(path, `more than ${totalBytesMax} bytes in all`);
        else read.push({ path, bytes: Buffer.from(bytes) }); // a view of a chunk that is used again
      });
      for (const { path, bytes } of read) {
        if (await writer.write(path, bytes)) files += 1;
        else miss(path, 'another file has this name on this file system');
      }
    }
  } finally {
    source.close();
  }
  return { files, missing, missingCount };
}

function wanted(
  { snapshot }: OpenRepository,
  { leaveOut }: CheckOutOptions,
  miss: (path: string, because: string) => void,
): readonly TreeEntry[] {
  return snapshot.entries.filter(({ path, type, size }) => {
    if (type !== 'file' && type !== 'executable') return false;
    if (leaveOut(path)) return false;
    if (size === null || size <= fileBytesMax) return true;
    miss(path, `larger than ${fileBytesMax} bytes`);
    return false;
  });
}

function* batchesOf(entries: readonly TreeEntry[]): Iterable<readonly TreeEntry[]> {
  let batch: TreeEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    batch.push(entry);
    bytes += entry.size ?? fileBytesMax / 64;
    if (bytes < batchBytes && batch.length < 2000) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  yield batch;
}

type Source = {
  /** Hands over the bytes, or why there are none. */
  readonly read: (
    entries: readonly TreeEntry[],
    visit: (path: string, bytes: Buffer | string) => void,
  ) => Promise<void>;
  readonly close: () => void;
};

function openSource({ snapshot, gitDirectory, root, staged }: OpenRepository, signal: CancelSignal): Source {
  const inFolder = snapshot.dirty === true && staged !== true;
  if (inFolder || gitDirectory === null) return { read: readFolder(root ?? ''), close: () => undefined };
  const objects = createObjectReader(gitDirectory, signal);
  return {
    read: (entries, visit) =>
      objects.read(
        () =>
          entries.map(({ path, objectId }) => ({
            objectId,
            deliver: (object) => visit(path, bytesOf(object)),
          })),
        fileBytesMax,
      ),
    close: objects.close,
  };
}

const readFolder =
  (root: string): Source['read'] =>
  async (entries, visit) => {
    for (const { path } of entries) {
      const file = await readRegularFile(join(root, path), { bytesMax: fileBytesMax });
      visit(path, file.state === 'read' ? file.bytes : `it is ${file.state}`);
    }
  };

function bytesOf(object: ReadObject): Buffer | string {
  if (object.state === 'read') return object.bytes;
  return object.state === 'missing' ? 'its content is not in this clone' : `it is ${object.state}`;
}

function createWriter(root: string): { readonly write: (path: string, bytes: Buffer) => Promise<boolean> } {
  const made = new Set<string>();
  return {
    write: async (path, bytes) => {
      const target = join(root, path);
      const folder = dirname(target);
      if (!made.has(folder)) {
        if (!(await folderMade(folder))) return false;
        made.add(folder);
      }
      const file = await open(target, 'wx', 0o600).catch(() => null);
      if (file === null) return false;
      try {
        await file.writeFile(bytes);
      } finally {
        await file.close();
      }
      return true;
    },
  };
}

/** False where a file stands in the way, which a tree of a hostile repository can arrange. */
async function folderMade(path: string): Promise<boolean> {
  return createFolder(path).then(
    () => true,
    () => false,
  );
}
