// SPDX-License-Identifier: Apache-2.0
import type { DependencyInventory, Manifest } from '@plumbline/core/facts/dependency-inventory';
import { collectorInput } from '../../../testing/collector-input.ts';
import { dependencyInventoryCollector } from '../dependency-inventory-collector.ts';

/** The inventory of a few files in memory. */
export async function collectInventory(files: { readonly [path: string]: string }): Promise<DependencyInventory> {
  const [item] = await dependencyInventoryCollector.collect(collectorInput(files));
  if (item?.kind !== 'dependency-inventory' || item.state !== 'found') throw new Error('nothing was found');
  return item.fact;
}

/** `path lock lockfile` of every manifest. */
export function locksIn({ manifests }: DependencyInventory): readonly string[] {
  return manifests.map(({ path, lock, lockfile }: Manifest) => [path, lock, lockfile].filter(Boolean).join(' '));
}

export function purlsIn({ components }: DependencyInventory): readonly string[] {
  return components.map(({ purl, hashed }) => (hashed ? purl : `${purl} (no hash)`));
}
