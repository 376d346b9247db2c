// SPDX-License-Identifier: Apache-2.0
import type { RepositoryTree } from '@plumbline/core/facts/repository-tree';

/** A tree whose source is in these languages, largest first. */
export function treeOf(...languages: readonly string[]): RepositoryTree {
  return {
    files: 120,
    sourceFiles: 100,
    languages: languages.map((language, index) => ({ language, files: 100 >> index, bytes: 100_000 >> index })),
    submodules: [],
    unread: [],
  };
}
