// SPDX-License-Identifier: Apache-2.0
import type { FileContent, TreeEntry } from '@plumbline/core/collecting/repository-snapshot';

export type RecentFiles = {
  readonly get: (entry: TreeEntry) => FileContent | null;
  readonly put: (entry: TreeEntry, content: FileContent) => void;
};

const charactersMax = 8 * 1024 * 1024;
const fileBytesMax = 128 * 1024;

/** The texts of the small files that were read last, 8 Mi characters of them; the oldest make room for new ones. */
export function createRecentFiles(): RecentFiles {
  const texts = new Map<string, FileContent & { readonly state: 'text' }>();
  let characters = 0;
  return {
    get: (entry) => (isKept(entry) ? (texts.get(entry.objectId) ?? null) : null),
    put: (entry, content) => {
      if (!isKept(entry) || content.state !== 'text' || texts.has(entry.objectId)) return;
      texts.set(entry.objectId, content);
      characters += content.text.length;
      for (const [id, { text }] of texts) {
        if (characters <= charactersMax) break;
        texts.delete(id);
        characters -= text.length;
      }
    },
  };
}

/** Only where the size is known can it be compared with a reader's bound; what a link leads to depends on its place. */
const isKept = ({ type, size }: TreeEntry): boolean =>
  (type === 'file' || type === 'executable') && size !== null && size <= fileBytesMax;
