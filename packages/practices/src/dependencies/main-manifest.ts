// SPDX-License-Identifier: Apache-2.0
import type { Manifest } from '@plumbline/core/facts/dependency-inventory';
import type { UpdateBot } from '@plumbline/core/facts/update-bots';

/**
 * The manifest that matters most: of those that are shipped (else used as tooling) and name dependencies, the one
 * nearest to the root, and there the one with most dependencies. Where most dependencies are of one ecosystem, it
 * is one of that ecosystem: a stray package.json beside forty pom.xml decides nothing.
 */
export function mainManifest(manifests: readonly Manifest[]): Manifest | undefined {
  const naming = manifests.filter(({ dependencies }) => dependencies > 0);
  const shipped = naming.filter(({ role }) => role === 'shipped');
  const counting = shipped.length > 0 ? shipped : naming.filter(({ role }) => role === 'tooling');
  const main = prevailingEcosystem(counting);
  const candidates = main === null ? counting : counting.filter(({ ecosystem }) => ecosystem === main);
  return candidates.toSorted((a, b) => depth(a) - depth(b) || b.dependencies - a.dependencies || order(a, b))[0];
}

const prevailsAt = 0.6;

/** The ecosystem of three fifths of the dependencies or more; null where none prevails so. */
function prevailingEcosystem(manifests: readonly Manifest[]): Manifest['ecosystem'] | null {
  const sums = new Map<Manifest['ecosystem'], number>();
  let all = 0;
  for (const { ecosystem, dependencies } of manifests) {
    sums.set(ecosystem, (sums.get(ecosystem) ?? 0) + dependencies);
    all += dependencies;
  }
  return [...sums].find(([, sum]) => sum >= all * prevailsAt)?.[0] ?? null;
}

/**
 * Whether the bot covers the manifest's ecosystem and folder. Without folders it looks everywhere; a folder stands for
 * the modules below it too, where a manifest there gathers them (a parent POM) or a lockfile there locks them.
 */
export function botCovers(
  { ecosystems, directories }: UpdateBot,
  manifest: Manifest,
  all: readonly Manifest[],
): boolean {
  const { ecosystem, path, lockfile } = manifest;
  if (!ecosystems.includes('*') && !ecosystems.includes(ecosystem)) return false;
  const folder = folderOf(path);
  const gathers = (directory: string): boolean =>
    isBelow(folder, directory) &&
    // Dependabot looks for NuGet's projects in every folder below, and for files of requirements one folder below.
    (ecosystem === 'nuget' ||
      (ecosystem === 'pypi' && parentOf(folder) === directory) ||
      (lockfile !== undefined && folderOf(lockfile) === directory) ||
      (ecosystem === 'maven' &&
        all.some((other) => other.ecosystem === ecosystem && folderOf(other.path) === directory)));
  return (
    directories.length === 0 ||
    directories.some((directory) => {
      const at = trimmed(directory);
      return directory.includes('*') || at === folder || gathers(at);
    })
  );
}

const folderOf = (path: string): string => trimmed(path.split('/').slice(0, -1).join('/'));
const parentOf = (folder: string): string => folder.split('/').slice(0, -1).join('/');
const isBelow = (folder: string, directory: string): boolean => directory === '' || folder.startsWith(`${directory}/`);

const depth = ({ path }: Manifest): number => path.split('/').length;
const order = (a: Manifest, b: Manifest): number => (a.path < b.path ? -1 : 1);
const trimmed = (folder: string): string => folder.replace(/^\.?\//, '').replace(/\/$/, '');
