// SPDX-License-Identifier: Apache-2.0
import type { DependencyInventory, ManifestRole } from '@plumbline/core/facts/dependency-inventory';

// Doubtful case 11: fixtures never count, examples are listed only.
const counts = (entry: { readonly role: ManifestRole }): boolean =>
  entry.role === 'shipped' || entry.role === 'tooling';

/** The part of the inventory that counts for the product: what is built, shipped or used in CI. */
export function countedDependencies(inventory: DependencyInventory): DependencyInventory {
  const manifests = inventory.manifests.filter((manifest) => counts(manifest));
  const lockfiles = inventory.lockfiles.filter((lockfile) => counts(lockfile));
  const left = new Set(
    [...inventory.manifests, ...inventory.lockfiles].filter((file) => !counts(file)).map(({ path }) => path),
  );
  return {
    manifests,
    lockfiles,
    components: inventory.components.filter(({ from }) => !left.has(from)),
    baseImages: inventory.baseImages.filter((image) => counts(image)),
    unread: inventory.unread,
  };
}

/** Whether manifests were read, all of them, and none names a component from outside. */
export function namesNoComponent({ manifests, lockfiles, components, unread }: DependencyInventory): boolean {
  return (
    manifests.length > 0 &&
    unread.length === 0 &&
    components.length === 0 &&
    manifests.every(({ dependencies }) => dependencies === 0) &&
    lockfiles.every(({ external }) => external === 0)
  );
}
