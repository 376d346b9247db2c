// SPDX-License-Identifier: Apache-2.0
import type { ManifestRole } from '../facts/dependency-inventory.ts';
import type { Unread } from '../facts/unread.ts';
import type { BillHash, DependencyScope } from './bill-of-materials.ts';

/** One package as a lockfile states it. */
export type LockedPackage = {
  /** Names it within its lockfile. */
  readonly key: string;
  readonly name: string;
  readonly version: string | null;
  readonly purl: string | null;
  readonly hashes: readonly BillHash[];
  readonly license: string | null;
  /** As stated; null: the lockfile does not say. */
  readonly scope: DependencyScope | null;
  /** Keys of what it needs; null: the lockfile does not say. */
  readonly dependsOn: readonly string[] | null;
};

/** What a project of the repository asks for itself. */
export type LockedRoot = { readonly key: string; readonly scope: DependencyScope };

export type LockedFile = {
  readonly path: string;
  readonly role: ManifestRole;
  readonly packages: readonly LockedPackage[];
  /** Null: neither the lockfile nor a manifest beside it says. */
  readonly roots: readonly LockedRoot[] | null;
};

/** What the lockfiles of a tree lock, and the manifests that nothing locks. */
export type LockedTree = {
  readonly lockfiles: readonly LockedFile[];
  readonly unlocked: readonly { readonly path: string; readonly role: ManifestRole; readonly because: string }[];
  readonly unread: readonly Unread[];
  /** Package URLs, without versions, of the packages that the tree itself is the source of. */
  readonly own: readonly string[];
};
