// SPDX-License-Identifier: Apache-2.0
import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { FileContent, RepositorySnapshot, TreeEntry } from '@plumbline/core/collecting/repository-snapshot';
import { readRegularFile } from '../files/read-regular-file.ts';
import { fileContent, linkContent, overLimit, unread } from './file-content.ts';

const bytesMaxDefault = 1_048_576;

/** The `read` of a snapshot over the plain files of a work tree. Links are not followed. */
export function readWorkFiles(
  root: string,
  entries: readonly TreeEntry[],
  signal: CancelSignal | undefined,
): RepositorySnapshot['read'] {
  let byPath: Map<string, TreeEntry> | undefined;
  return async (paths, visit, { bytesMax = bytesMaxDefault } = {}) => {
    byPath ??= new Map(entries.map((entry) => [entry.path, entry]));
    for (const path of paths) {
      signal?.throwIfAborted();
      visit(path, await contentOf(root, byPath.get(path), bytesMax));
    }
  };
}

async function contentOf(root: string, entry: TreeEntry | undefined, bytesMax: number): Promise<FileContent> {
  if (entry === undefined) return unread('not in the tree');
  if (entry.type === 'submodule') return unread('a submodule');
  const path = join(root, entry.path);
  if (entry.type === 'link') {
    const target = await readlink(path).catch(() => null);
    return target === null ? unread('no more a link') : linkContent(entry.path, target);
  }
  const file = await readRegularFile(path, { bytesMax });
  if (file.state === 'read') return fileContent(file.bytes);
  return file.state === 'too-large' ? overLimit(bytesMax) : unread(file.state);
}
