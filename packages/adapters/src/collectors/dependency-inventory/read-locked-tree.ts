// SPDX-License-Identifier: Apache-2.0
import type { ManifestRole } from '@plumbline/core/facts/dependency-inventory';
import type { Unread } from '@plumbline/core/facts/unread';
import type { LockedFile, LockedTree } from '@plumbline/core/sbom/locked-tree';
import { builtOnly } from './built-only.ts';
import { packageUrlOf } from './components.ts';
import { graphReaderOf } from './graph-readers.ts';
import type { LoadedManifest } from './judge-lock.ts';
import { loadManifestsOf } from './load-files.ts';
import { lockfileReaders } from './lockfile-readers.ts';
import { manifestReaders } from './manifest-readers.ts';
import type { LockGraph } from './model/lock-graph.ts';
import type { LockEntry, LockfileFormat } from './model/lockfile-reader.ts';
import { directoryOf, resolvePath, upwardFrom } from './model/paths.ts';
import { withOutsideDependencies } from './outside-dependencies.ts';
import { lockfileBytesMax, problemOf, readEach, readFirst, type Reading } from './read-each.ts';
import { ownPackages } from './own-packages.ts';
import { resolveRoots } from './resolve-roots.ts';
import { type SelectedFiles, selectFiles } from './select-files.ts';

const packagesMax = 500_000;

type LoadedGraph = {
  readonly path: string;
  readonly role: ManifestRole;
  readonly format: LockfileFormat;
  readonly directory: string;
  readonly graph: LockGraph;
};

/**
 * All that the lockfiles of a tree say of what they lock: hashes, licences, scopes and edges. Fixtures are passed over.
 * What cannot be read becomes a note, never an error.
 */
export async function readLockedTree(input: Reading): Promise<LockedTree> {
  const selected = withoutFixtures(selectFiles(input.repository));
  const unread: Unread[] = [...selected.unread];
  const graphs = await loadGraphs(input, selected.lockfiles, unread);
  const loaded = await loadManifestsOf(input, selected);
  unread.push(...loaded.unread);
  const manifests = withOutsideDependencies(loaded);
  const locks = new Map(manifests.map((manifest) => [manifest, locksOf(manifest, graphs)]));
  const lockedBy = (graph: LoadedGraph) =>
    manifests.filter((manifest) => locks.get(manifest)?.includes(graph) === true);
  return {
    lockfiles: graphs.map((graph) => lockedFile(graph, lockedBy(graph))),
    unlocked: manifests.flatMap((manifest) => {
      const { path, role, dependencies, read } = manifest;
      if (dependencies.length === 0 || read.locksItself !== undefined || locks.get(manifest)?.length !== 0) return [];
      return [{ path, role, because: `no lockfile covers the ${dependencies.length} dependencies that it names` }];
    }),
    unread,
    own: ownPackages(loaded.manifests),
  };
}

const isNoFixture = ({ role }: { readonly role: ManifestRole }): boolean => role !== 'fixture';

function withoutFixtures(selected: SelectedFiles): SelectedFiles {
  return {
    ...selected,
    manifests: selected.manifests.filter(isNoFixture),
    lockfiles: selected.lockfiles.filter(isNoFixture),
  };
}

async function loadGraphs(
  input: Reading,
  lockfiles: SelectedFiles['lockfiles'],
  unread: Unread[],
): Promise<readonly LoadedGraph[]> {
  const graphs: LoadedGraph[] = [];
  let packages = 0;
  await readEach(input, lockfiles, lockfileBytesMax, ({ path, role, formats }, text, because) => {
    if (text === null || packages > packagesMax) {
      unread.push({ path, because: text === null ? because : `more than ${packagesMax} locked packages` });
      return;
    }
    const found = readFirst(formats, (format) => graphReaderOf(format)(text, path));
    if (found === null) return;
    const { format, result } = found;
    const problem = problemOf(result);
    if (problem !== null) unread.push({ path, ...problem });
    if (!result.ok) return;
    packages += result.value.packages.length;
    const directory = (lockfileReaders[format].directoryOf ?? directoryOf)(path);
    graphs.push({ path, role, format, directory, graph: result.value });
  });
  // Go vendors what go.sum has the hashes of
  const summed = new Set(graphs.filter(({ format }) => format === 'go-sum').map(({ directory }) => directory));
  return graphs.filter(({ format, directory }) => format !== 'go-vendor' || !summed.has(directory));
}

function lockedFile({ path, role, format, graph }: LoadedGraph, manifests: readonly LoadedManifest[]): LockedFile {
  const packages = builtOnly(format, graph.packages, manifests);
  return {
    path,
    role,
    roots: resolveRoots({ ...graph, packages }, manifests),
    packages: packages.map(({ key, name, version, hashes, license, scope, dependsOn, type }) => {
      const entry = { name, version, hashed: false, type };
      const purl = packageUrlOf(entry) ?? packageUrlOf({ ...entry, type: 'generic' });
      return { key, name: wholeName(entry), version, purl, hashes, license, scope, dependsOn };
    }),
  };
}

/** The lockfiles of a manifest: those that it names, else the nearest of its formats, beside it or above. */
function locksOf({ path, format, read }: LoadedManifest, graphs: readonly LoadedGraph[]): readonly LoadedGraph[] {
  const { lockedBy } = manifestReaders[format];
  const beside = directoryOf(path);
  const named = graphs.filter(
    (graph) => read.lockNames?.some((name) => graph.path === resolvePath(beside, name)) === true,
  );
  if (named.length > 0) return named;
  for (const directory of upwardFrom(beside)) {
    const found = graphs.filter((graph) => graph.directory === directory && lockedBy.includes(graph.format));
    if (found.length > 0) return found;
  }
  return [];
}

/** With the namespace in front, as in all bills of materials: Maven writes a colon. */
function wholeName({ name, type }: LockEntry): string {
  return type === 'maven' ? name.replace(':', '/') : name;
}
