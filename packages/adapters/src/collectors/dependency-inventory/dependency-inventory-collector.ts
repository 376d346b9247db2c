// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector } from '@plumbline/core/collecting/collector';
import type { DependencyInventory } from '@plumbline/core/facts/dependency-inventory';
import { absentOrInSubmodule } from '../../platform/paths/absent-or-in-submodule.ts';
import { builtOnly } from './built-only.ts';
import { Components } from './components.ts';
import { judgeLock, type LoadedManifest, type TreeIndex } from './judge-lock.ts';
import { loadFiles, type LoadedFiles } from './load-files.ts';
import { manifestReaders } from './manifest-readers.ts';
import { directoryOf } from './model/paths.ts';
import { exactVersion } from './model/version-fits.ts';
import { ownPackages } from './own-packages.ts';
import { withOutsideDependencies } from './outside-dependencies.ts';
import { selectFiles } from './select-files.ts';

const comparisonsMax = 300_000;
const lookedIn =
  'every file of the tree that npm, Deno, Python, Go, Cargo, Maven, Gradle, Ruby, PHP, .NET, Helm, Swift, Dart, Elixir, Conan, vcpkg, Meson, conda or Nix name dependencies in, Dockerfiles and Compose files';

/** Manifests, lockfiles, components and base images of the tree. Nothing is run and nothing is asked of a registry. */
export const dependencyInventoryCollector: Collector = {
  id: 'dependency-inventory',
  version: '1.0.0',
  title: 'Manifests, lockfiles and base images of the tree',
  kinds: ['dependency-inventory'],
  needs: ['tree'],
  timeoutMs: 120_000,
  async collect(input) {
    const loaded = await loadFiles(input, selectFiles(input.repository));
    const fact = inventoryOf(loaded);
    const empty = fact.manifests.length + fact.lockfiles.length + fact.baseImages.length + fact.unread.length === 0;
    const base = { kind: 'dependency-inventory', location: 'manifests and lockfiles of the tree' } as const;
    const item: Collected = empty
      ? { ...base, ...absentOrInSubmodule(input.repository, lookedIn) }
      : { ...base, state: 'found', fact };
    return [item];
  },
};

function inventoryOf(loaded: LoadedFiles): DependencyInventory {
  const manifests = withOutsideDependencies(loaded);
  const index = indexOf(manifests, loaded);
  const judged = [...manifests.map((manifest) => judgeLock(manifest, index)), ...loaded.unknown].sort(byPath);
  const components = new Components();
  for (const { read, path, fact, format, directory } of loaded.lockfiles) {
    const entries = builtOnly(format, read?.entries ?? [], index.manifestsIn(directory));
    components.add(entries, path, fact.role);
  }
  const unlocked = new Set(
    judged.filter(({ lock }) => lock === 'missing' || lock === 'unknown').map(({ path }) => path),
  );
  for (const manifest of manifests) if (unlocked.has(manifest.path)) addDeclared(components, manifest);
  const { components: listed, cut } = components.list();
  const own = ownPackages(loaded.manifests.filter(({ role }) => role !== 'fixture'));
  const note =
    cut === 0 ? [] : [{ path: '', because: `${cut} components beyond the first ${listed.length} are left out` }];
  return {
    manifests: judged,
    lockfiles: loaded.lockfiles.map(({ fact }) => fact).sort(byPath),
    components: listed,
    baseImages: loaded.images.sort((a, b) => byPath(a, b) || a.line - b.line),
    unread: [...loaded.unread.sort(byPath), ...note],
    ...(own.length > 0 && { own }),
  };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path === b.path ? 0 : a.path < b.path ? -1 : 1;
}

function indexOf(manifests: readonly LoadedManifest[], { lockfiles }: LoadedFiles): TreeIndex {
  const lockfilesBy = Map.groupBy(lockfiles, ({ directory }) => directory);
  const manifestsBy = Map.groupBy(manifests, ({ path }) => directoryOf(path));
  return {
    lockfilesOf: (directory) => lockfilesBy.get(directory) ?? [],
    manifestsIn: (directory) => manifestsBy.get(directory) ?? [],
    budget: { left: comparisonsMax },
  };
}

/** A manifest without a lock still tells its direct dependencies; a version only where it is pinned to one. */
function addDeclared(components: Components, { path, role, format, dependencies }: LoadedManifest): void {
  const { ecosystem } = manifestReaders[format];
  if (ecosystem === 'other' || ecosystem === 'helm') return;
  const entries = dependencies
    .filter(({ name }) => !name.startsWith('libs.'))
    .map(({ name, range }) => ({
      name,
      version: range === null ? null : exactVersion(ecosystem, range),
      hashed: false,
      type: ecosystem,
    }));
  components.add(entries, path, role);
}
