// SPDX-License-Identifier: Apache-2.0
import type { Unread } from './unread.ts';

export type Ecosystem =
  | 'npm'
  | 'pypi'
  | 'golang'
  | 'cargo'
  | 'maven'
  | 'gem'
  | 'composer'
  | 'nuget'
  | 'docker'
  | 'helm'
  | 'other';

/** Where a manifest's dependencies end up. Fixtures never count against a repository; examples are listed only. */
export type ManifestRole = 'shipped' | 'tooling' | 'example' | 'fixture';

export type Manifest = {
  readonly path: string;
  readonly ecosystem: Ecosystem;
  readonly role: ManifestRole;
  /** Direct dependencies it names. */
  readonly dependencies: number;
  /** `not-needed`: it names no external dependency, or the format pins by itself (go.mod with go.sum is `locked`). */
  readonly lock: 'locked' | 'missing' | 'disagrees' | 'not-needed' | 'unknown';
  readonly lockfile?: string;
  /** What locks it lists no components (a baseline, say): no hash of them is in the tree. */
  readonly byVersionsOnly?: true;
  readonly because: string;
};

export type Lockfile = {
  readonly path: string;
  readonly ecosystem: Ecosystem;
  readonly role: ManifestRole;
  /** Entries that come from outside the repository. */
  readonly external: number;
  /** Of those, entries with an integrity hash. */
  readonly hashed: number;
  /** The format has a place for hashes. */
  readonly canHash: boolean;
};

/** One component as a package URL (purl-spec). */
export type Component = { readonly purl: string; readonly hashed: boolean; readonly from: string };

export type BaseImage = {
  readonly reference: string;
  readonly digest: string | null;
  readonly path: string;
  readonly line: number;
  readonly role: ManifestRole;
};

/** Every manifest and lockfile of the tree. `components` is sorted and without repeats. */
export type DependencyInventory = {
  readonly manifests: readonly Manifest[];
  readonly lockfiles: readonly Lockfile[];
  readonly components: readonly Component[];
  readonly baseImages: readonly BaseImage[];
  readonly unread: readonly Unread[];
  /** Package URLs, without versions, of the packages that the tree itself is the source of: members of a workspace. */
  readonly own?: readonly string[];
};
