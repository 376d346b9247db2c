// SPDX-License-Identifier: Apache-2.0
import type { BuildMaterial } from '@plumbline/core/building/build-material';
import type { CancelSignal } from '@plumbline/core/collecting/collector';

export type WriteWish = {
  readonly folder: string;
  readonly isIn: (path: string) => boolean;
  /** Files are made in the order of their paths, or in the other. */
  readonly reversed: boolean;
  readonly signal: CancelSignal;
};

/** What is built: the files of a commit, or those of an archive. */
export type BuildSource = {
  readonly material: BuildMaterial;
  /** Seconds since 1970 (reproducible-builds.org/specs/source-date-epoch). */
  readonly sourceDateEpoch: number;
  /** Relative, with `/`. */
  readonly paths: readonly string[];
  /** Nothing of these is run from outside. */
  readonly untrustedFolders: readonly string[];
  /** Null where there is no such file. */
  readonly readText: (path: string) => Promise<string | null>;
  /** Writes them into an empty folder. Throws where one cannot be written as it is. */
  readonly write: (wish: WriteWish) => Promise<void>;
};
