// SPDX-License-Identifier: Apache-2.0
import { packageUrlOf } from './components.ts';
import type { LoadedFiles } from './load-files.ts';
import { manifestReaders } from './manifest-readers.ts';

/** Package URLs, without versions, of the packages that a tree is the source of: some bills of materials list them. */
export function ownPackages(manifests: LoadedFiles['manifests']): readonly string[] {
  const urls = manifests.flatMap(({ format, read }) => {
    const { ecosystem } = manifestReaders[format];
    if (read.name === null || ecosystem === 'other' || ecosystem === 'helm') return [];
    return packageUrlOf({ name: read.name, version: null, hashed: false, type: ecosystem }) ?? [];
  });
  return [...new Set(urls)].toSorted();
}
