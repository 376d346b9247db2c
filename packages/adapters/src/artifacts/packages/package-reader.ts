// SPDX-License-Identifier: Apache-2.0
import type { FoundPackage } from '@plumbline/core/sbom/artifact-contents';

/** What a file of metadata says. `own`: the package is the archive or folder itself, not a part of it. */
export type ReadPackages = {
  readonly packages: readonly FoundPackage[];
  readonly own: FoundPackage | null;
};

/** One kind of file that says which package it is of. Paths are those inside the archive or folder, with `/`. */
export type PackageReader = {
  readonly matches: (path: string) => boolean;
  /** Never throws for what the file says; a file that is none of its kind gives nothing. */
  readonly read: (text: string, path: string) => ReadPackages;
};

export const nothing: ReadPackages = { packages: [], own: null };
