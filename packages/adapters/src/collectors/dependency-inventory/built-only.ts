// SPDX-License-Identifier: Apache-2.0
import type { ManifestFormat, ReadManifest } from './model/manifest-reader.ts';
import type { LockfileFormat } from './model/lockfile-reader.ts';

/**
 * What of a lock a build takes: go.sum has the hashes of versions that were only looked at, too, and go.mod names those
 * that are taken (since Go 1.17). Of other formats, and where a go.mod does not say, everything.
 */
export function builtOnly<E extends { readonly name: string; readonly version: string | null }>(
  format: LockfileFormat,
  entries: readonly E[],
  manifests: readonly { readonly format: ManifestFormat; readonly read: ReadManifest }[],
): readonly E[] {
  const lists = manifests.flatMap((manifest) => (manifest.format === 'go-mod' ? [manifest.read.built] : []));
  if (format !== 'go-sum' || lists.length === 0 || lists.includes(undefined)) return entries;
  const built = new Set(lists.flatMap((list) => (list ?? []).map(({ name, range }) => `${name}@${range}`)));
  return entries.filter(({ name, version }) => built.has(`${name}@${version}`));
}
