// SPDX-License-Identifier: Apache-2.0
import type { RepositorySnapshot, TreeEntry } from '@plumbline/core/collecting/repository-snapshot';
import { prosePath, type ProsePath } from '../prose/prose-path.ts';
import { classifyPath, type PathClass } from './classify-path.ts';

/** What collectors ask of the paths of a tree. */
export type TreePaths = {
  /** Files, executable or not, in the order of the tree. */
  readonly files: readonly string[];
  readonly has: (file: string) => boolean;
  readonly classOf: (path: string) => PathClass;
  /** Those of `files` that are documents by their names. */
  readonly documents: () => readonly ProsePath[];
};

const known = new WeakMap<readonly TreeEntry[], TreePaths>();

/**
 * The paths of a tree, taken apart once and shared by all collectors: each of them asks of every path, and a tree has
 * some ten thousand.
 */
export function treePaths({ entries }: Pick<RepositorySnapshot, 'entries'>): TreePaths {
  const found = known.get(entries) ?? pathsOf(entries);
  known.set(entries, found);
  return found;
}

function pathsOf(entries: readonly TreeEntry[]): TreePaths {
  const files = entries.flatMap(({ type, path }) => (type === 'file' || type === 'executable' ? [path] : []));
  const inTree = new Set(files);
  const classes = new Map<string, PathClass>();
  let documents: readonly ProsePath[] | undefined;
  return {
    files,
    has: (file) => inTree.has(file),
    classOf: (path) => {
      const found = classes.get(path) ?? classifyPath(path);
      classes.set(path, found);
      return found;
    },
    documents: () => (documents ??= files.map(prosePath).filter((document) => document !== null)),
  };
}
