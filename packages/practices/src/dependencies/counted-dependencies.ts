// SPDX-License-Identifier: Apache-2.0
import type { DependencyInventory, Ecosystem, ManifestRole } from '@plumbline/core/facts/dependency-inventory';

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

/** The ecosystem that most direct dependencies come from, shipped ones first; null when no manifest names any. */
export function mainEcosystem({ manifests }: DependencyInventory): Ecosystem | null {
  const shipped = manifests.filter(({ role, dependencies }) => role === 'shipped' && dependencies > 0);
  const from = shipped.length > 0 ? shipped : manifests.filter(({ dependencies }) => dependencies > 0);
  const sums = new Map<Ecosystem, number>();
  for (const { ecosystem, dependencies } of from) sums.set(ecosystem, (sums.get(ecosystem) ?? 0) + dependencies);
  const [first] = [...sums].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}
