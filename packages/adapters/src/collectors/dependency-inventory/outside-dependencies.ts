// SPDX-License-Identifier: Apache-2.0
import type { LoadedManifest } from './judge-lock.ts';
import type { LoadedFiles } from './load-files.ts';
import { manifestReaders } from './manifest-readers.ts';
import type { Dependency } from './model/manifest-reader.ts';
import { directoryOf, joinPath, upwardFrom } from './model/paths.ts';

type Read = LoadedFiles['manifests'][number];
type Versions = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * What one manifest alone cannot tell: dependencies that another manifest of the tree provides come from inside,
 * aliases of Gradle's version catalogs stand for libraries, and .NET keeps versions in a file above.
 */
export function withOutsideDependencies({ manifests, catalogs }: LoadedFiles): readonly LoadedManifest[] {
  const provided = providedNames(manifests);
  const aliases = new Map([...catalogs.values()].flatMap((catalog) => [...catalog]));
  const versions = centralVersions(manifests);
  return ownManifests(manifests).map((manifest): LoadedManifest => {
    const names = provided.get(familyOf(manifest));
    const dependencies = manifest.read.dependencies
      .flatMap((dependency) => (manifest.format === 'gradle-build' ? resolveAlias(dependency, aliases) : [dependency]))
      .map((dependency) =>
        manifest.format === 'nuget-project' ? versioned(dependency, manifest.path, versions) : dependency,
      )
      // a wrap and its subproject bear one name
      .filter(({ name }) => manifest.format === 'meson-wrap' || names?.has(name) !== true);
    return { ...manifest, dependencies };
  });
}

/** Without requirements.txt where it is the lock of the requirements.in beside it, and without files of versions. */
function ownManifests(manifests: readonly Read[]): readonly Read[] {
  const paths = new Set(manifests.map(({ path }) => path));
  return manifests.filter(({ path, read }) => {
    const compiled =
      read.locksItself !== undefined && path.endsWith('.txt') && paths.has(path.replace(/\.txt$/u, '.in'));
    return !compiled && read.centralVersions === undefined;
  });
}

function centralVersions(manifests: readonly Read[]): Versions {
  return new Map(
    manifests.flatMap(({ path, read }) => (read.centralVersions === undefined ? [] : [[path, read.centralVersions]])),
  );
}

function providedNames(manifests: readonly Read[]): ReadonlyMap<string, ReadonlySet<string>> {
  const provided = new Map<string, Set<string>>();
  for (const manifest of manifests) {
    const { role, read } = manifest;
    const names = provided.get(familyOf(manifest)) ?? new Set();
    provided.set(familyOf(manifest), names);
    if (read.name !== null && (role === 'shipped' || role === 'tooling')) names.add(read.name);
  }
  return provided;
}

/** Names are shared within an ecosystem; those without one of their own share them within a format. */
function familyOf({ format }: Read): string {
  const { ecosystem } = manifestReaders[format];
  return ecosystem === 'other' ? format : ecosystem;
}

function resolveAlias(
  dependency: Dependency,
  aliases: ReadonlyMap<string, readonly Dependency[]>,
): readonly Dependency[] {
  return dependency.name.startsWith('libs.') ? (aliases.get(dependency.name.slice(5)) ?? [dependency]) : [dependency];
}

function versioned(dependency: Dependency, path: string, versions: Versions): Dependency {
  if (dependency.range !== null) return dependency;
  for (const directory of upwardFrom(directoryOf(path))) {
    const range = versions.get(joinPath(directory, 'Directory.Packages.props'))?.get(dependency.name);
    if (range !== undefined) return { ...dependency, range };
  }
  return dependency;
}
