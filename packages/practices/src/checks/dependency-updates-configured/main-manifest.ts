// SPDX-License-Identifier: Apache-2.0
import type { Manifest } from '@plumbline/core/facts/dependency-inventory';
import type { UpdateBot } from '@plumbline/core/facts/update-bots';

/**
 * The manifest that matters most: of those that are shipped (else used as tooling) and name dependencies, the one
 * nearest to the root, and there the one with most dependencies.
 */
export function mainManifest(manifests: readonly Manifest[]): Manifest | undefined {
  const naming = manifests.filter(({ dependencies }) => dependencies > 0);
  const shipped = naming.filter(({ role }) => role === 'shipped');
  const candidates = shipped.length > 0 ? shipped : naming.filter(({ role }) => role === 'tooling');
  return candidates.toSorted((a, b) => depth(a) - depth(b) || b.dependencies - a.dependencies || order(a, b))[0];
}

/** Whether the bot covers the manifest's ecosystem and folder. Without folders it looks everywhere. */
export function botCovers({ ecosystems, directories }: UpdateBot, { ecosystem, path }: Manifest): boolean {
  if (!ecosystems.includes('*') && !ecosystems.includes(ecosystem)) return false;
  const folder = trimmed(path.split('/').slice(0, -1).join('/'));
  return (
    directories.length === 0 ||
    directories.some((directory) => directory.includes('*') || trimmed(directory) === folder)
  );
}

const depth = ({ path }: Manifest): number => path.split('/').length;
const order = (a: Manifest, b: Manifest): number => (a.path < b.path ? -1 : 1);
const trimmed = (folder: string): string => folder.replace(/^\.?\//, '').replace(/\/$/, '');
