// SPDX-License-Identifier: Apache-2.0
import type { BillHash, DependencyScope } from '@plumbline/core/sbom/bill-of-materials';
import type { Parsed } from '../../../platform/syntax/parsed.ts';
import type { LockEntry } from './lockfile-reader.ts';

/** A locked component with all that its lockfile says of it. Null: it does not say. */
export type GraphPackage = LockEntry & {
  /** Names it within the lockfile. */
  readonly key: string;
  readonly hashes: readonly BillHash[];
  readonly license: string | null;
  readonly scope: DependencyScope | null;
  /** Keys; those that name nothing in the graph are left out by whoever reads it. */
  readonly dependsOn: readonly string[] | null;
};

/** A direct dependency of a project; its scope is null where only the manifest says it. */
export type GraphRoot = { readonly key: string; readonly scope: DependencyScope | null };

export type LockGraph = {
  readonly packages: readonly GraphPackage[];
  /** Null: only the manifests say. */
  readonly roots: readonly GraphRoot[] | null;
};

/**
 * What a bill of materials needs of a lockfile beyond what an assessment does. It lists at least the components that the
 * reader of the format lists. Null for a file of that name which is no lockfile after all.
 */
export type GraphReader = (text: string, path: string) => Parsed<LockGraph | null>;

/** What most lockfiles leave out. */
export const unstated: Pick<GraphPackage, 'hashes' | 'license' | 'scope' | 'dependsOn'> = {
  hashes: [],
  license: null,
  scope: null,
  dependsOn: null,
};

/** A component by name and version alone. */
export function plainPackage(entry: LockEntry): GraphPackage {
  return { ...unstated, ...entry, key: keyOf(entry.name, entry.version) };
}

export function keyOf(name: string, version: string | null): string {
  return `${name} ${version ?? ''}`;
}
