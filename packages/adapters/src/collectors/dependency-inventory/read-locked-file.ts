// SPDX-License-Identifier: Apache-2.0
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { FileContent, RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { LockedTree } from '@plumbline/core/sbom/locked-tree';
import { readRegularFile } from '../../platform/files/read-regular-file.ts';
import { fileContent, unread } from '../../platform/git/file-content.ts';
import { lockfileBytesMax } from './read-each.ts';
import { readLockedTree } from './read-locked-tree.ts';
import { selectFiles } from './select-files.ts';

/** What one lockfile by itself says, and when it was last changed; null when it has the name of none. */
export async function readLockedFile(
  path: string,
  signal: CancelSignal,
): Promise<{ readonly tree: LockedTree; readonly modifiedAt: string } | null> {
  const name = basename(path);
  const repository: RepositorySnapshot = {
    uri: name,
    commit: '',
    committedAt: '',
    defaultBranch: null,
    entries: [{ path: name, type: 'file', objectId: '', size: null }],
    read: async (_paths, visit) => visit(name, await contentOf(path)),
  };
  if (selectFiles(repository).lockfiles.length === 0) return null;
  const { mtime } = await stat(path);
  return { tree: await readLockedTree({ repository, signal }), modifiedAt: mtime.toISOString() };
}

async function contentOf(path: string): Promise<FileContent> {
  const file = await readRegularFile(path, { bytesMax: lockfileBytesMax, followLink: true });
  return file.state === 'read' ? fileContent(file.bytes) : unread(file.state);
}
