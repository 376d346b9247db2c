// SPDX-License-Identifier: Apache-2.0
import type { FileContent, RepositorySnapshot, TreeEntry } from '@plumbline/core/collecting/repository-snapshot';
import { fileContent, linkContent, overLimit, unread } from './file-content.ts';
import type { ObjectReader } from './object-reader.ts';
import type { ObjectRequest, ReadObject } from './read-job.ts';
import { createRecentFiles, type RecentFiles } from './recent-files.ts';

const bytesMaxDefault = 1_048_576;
const linkBytesMax = 4096;

/**
 * The `read` of a snapshot over the objects of a commit. Several collectors read the same documents, one after another:
 * what was read of late is not read again.
 */
export function readCommitFiles(entries: readonly TreeEntry[], objects: ObjectReader): RepositorySnapshot['read'] {
  let byPath: Map<string, TreeEntry> | undefined;
  const recent = createRecentFiles();
  return async (paths, visit, { bytesMax = bytesMaxDefault } = {}) => {
    byPath ??= new Map(entries.map((entry) => [entry.path, entry]));
    const known = byPath;
    await objects.read(
      () => paths.map((path) => requestOf(path, known.get(path), { visit, bytesMax, recent })),
      Math.max(bytesMax, linkBytesMax),
    );
  };
}

type Reading = {
  readonly visit: (path: string, content: FileContent) => void;
  readonly bytesMax: number;
  readonly recent: RecentFiles;
};

function requestOf(path: string, entry: TreeEntry | undefined, { visit, bytesMax, recent }: Reading): ObjectRequest {
  const known =
    entry === undefined ? unread('not in the tree') : (withoutReading(entry, bytesMax) ?? recent.get(entry));
  if (entry === undefined || known !== null) {
    return { objectId: null, deliver: () => visit(path, known ?? unread('not in the tree')) };
  }
  return {
    objectId: entry.objectId,
    deliver: (object) => {
      const content = contentOf(entry, object, bytesMax);
      recent.put(entry, content);
      visit(path, content);
    },
  };
}

function withoutReading({ type, size }: TreeEntry, bytesMax: number): FileContent | null {
  if (type === 'submodule') return unread('a submodule');
  return size !== null && size > bytesMax ? overLimit(bytesMax) : null;
}

function contentOf(entry: TreeEntry, object: ReadObject, bytesMax: number): FileContent {
  switch (object.state) {
    case 'read':
      if (object.type !== 'blob') return unread('not a file');
      if (entry.type === 'link') return linkContent(entry.path, object.bytes.toString('utf8'));
      return object.bytes.length > bytesMax ? overLimit(bytesMax) : fileContent(object.bytes);
    case 'too-large':
      return entry.type === 'link' ? unread('a link with an endless target') : overLimit(bytesMax);
    case 'missing':
      return unread('its content is not in this clone (a partial clone); fetch it, or assess a full clone');
    case 'unreadable':
      return unread('its object is corrupted; run git fsck');
  }
}
