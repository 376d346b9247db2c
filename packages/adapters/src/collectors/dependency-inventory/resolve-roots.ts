// SPDX-License-Identifier: Apache-2.0
import type { DependencyScope } from '@plumbline/core/sbom/bill-of-materials';
import type { LockedRoot } from '@plumbline/core/sbom/locked-tree';
import type { LoadedManifest } from './judge-lock.ts';
import { manifestReaders } from './manifest-readers.ts';
import type { GraphPackage, LockGraph } from './model/lock-graph.ts';
import type { Dependency } from './model/manifest-reader.ts';
import { versionFits } from './model/version-fits.ts';

/** Versions of one package that a direct dependency may lead to; a real lock has a handful. */
const versionsMax = 20;
const comparedMax = 200;

/**
 * What the projects of a lock ask for themselves. The lock may name it without a scope, which manifests then say; or it
 * may not, and then they name it all. Null: nobody says.
 */
export function resolveRoots(graph: LockGraph, manifests: readonly LoadedManifest[]): readonly LockedRoot[] | null {
  const declared = manifests.flatMap(({ dependencies, format }) =>
    dependencies.map((dependency) => ({ dependency, ecosystem: manifestReaders[format].ecosystem })),
  );
  const scopes = scopesOf(declared.map(({ dependency }) => dependency));
  if (graph.roots !== null) {
    const names = new Map(graph.packages.map(({ key, name }) => [key, name]));
    return graph.roots.flatMap(({ key, scope }) => {
      const name = names.get(key);
      return name === undefined ? [] : [{ key, scope: scope ?? scopes.get(name) ?? 'runtime' }];
    });
  }
  if (declared.length === 0) return null;
  const byName = Map.groupBy(graph.packages, ({ name }) => name);
  return declared.flatMap(({ dependency, ecosystem }) => {
    const { name, range } = dependency;
    const all = (byName.get(name) ?? []).slice(0, comparedMax);
    const fits = ({ version }: GraphPackage): boolean =>
      range === null || version === null || versionFits(ecosystem, version, range) !== false;
    const fitting = all.filter(fits);
    return (fitting.length > 0 ? fitting : all)
      .slice(0, versionsMax)
      .map(({ key }) => ({ key, scope: scopes.get(name) ?? 'runtime' }));
  });
}

/** What several projects ask for, each for another end, is asked for to the most important one. */
function scopesOf(dependencies: readonly Dependency[]): ReadonlyMap<string, DependencyScope> {
  const scopes = new Map<string, DependencyScope>();
  for (const { name, development } of dependencies)
    if (development === true) scopes.set(name, scopes.get(name) ?? 'development');
    else scopes.set(name, 'runtime');
  return scopes;
}
