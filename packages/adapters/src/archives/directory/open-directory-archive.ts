// SPDX-License-Identifier: Apache-2.0
import type { ArchiveStore } from '@plumbline/core/archive/archive-store';
import { openFileStore } from '../kept-files/file-store.ts';

/** An archive in a folder: `objects/sha256/aa/<64 hex digits>` and `releases/<name>.json`. */
export function openDirectoryArchive(root: string): ArchiveStore {
  return openFileStore({
    root,
    objectParts: (hex) => ['objects', 'sha256', hex.slice(0, 2), hex],
    objectFolders: async (list) =>
      (await list('objects', 'sha256'))
        .filter((name) => /^[0-9a-f]{2}$/u.test(name))
        .map((name) => ['objects', 'sha256', name]),
  });
}
