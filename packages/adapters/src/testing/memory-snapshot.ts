// SPDX-License-Identifier: Apache-2.0
import type { FileContent, RepositorySnapshot, TreeEntry } from '@plumbline/core/collecting/repository-snapshot';

/** A snapshot over a few files in memory: `{ 'SECURITY.md': 'text' }`. For tests of collectors. */
export function memorySnapshot(
  files: { readonly [path: string]: string },
  overrides: Partial<RepositorySnapshot> = {},
): RepositorySnapshot {
  const entries = Object.keys(files)
    .sort()
    .map((path, index): TreeEntry => ({
      path,
      type: 'file',
      objectId: index.toString(16).padStart(40, '0'),
      size: Buffer.byteLength(files[path] ?? ''),
    }));
  return {
    uri: 'https://example.com/product.git',
    commit: '1'.repeat(40),
    committedAt: '2026-06-01T12:00:00Z',
    defaultBranch: 'main',
    entries,
    read: (paths, visit, options = {}) => {
      for (const path of paths) visit(path, contentOf(files[path], options.bytesMax ?? 1_048_576));
      return Promise.resolve();
    },
    ...overrides,
  };
}

function contentOf(text: string | undefined, bytesMax: number): FileContent {
  if (text === undefined) return { state: 'unread', because: 'not in the tree' };
  return Buffer.byteLength(text) > bytesMax
    ? { state: 'unread', because: `larger than ${bytesMax} bytes` }
    : { state: 'text', text };
}
