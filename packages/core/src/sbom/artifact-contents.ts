// SPDX-License-Identifier: Apache-2.0
import type { BillComponent, BillHash } from './bill-of-materials.ts';

/** A package that was found in something built. */
export type FoundPackage = Pick<
  BillComponent,
  'type' | 'name' | 'version' | 'purl' | 'hashes' | 'license' | 'supplier' | 'originator' | 'scope'
> & {
  /** Names it within the artifact: a folder for packages that are looked for by place, else type and name. */
  readonly id: string;
  /** Path inside the artifact, `a.jar!/b` within an archive of an archive. */
  readonly foundIn: string;
  /** For each of what it needs, the ids that it may go by, the first that is there; null: nobody says. */
  readonly needs: readonly (readonly string[])[] | null;
};

/** What is really inside an artifact. */
export type ArtifactContents = {
  /** Name of its file or folder. */
  readonly name: string;
  /** Of the file; none of a folder. */
  readonly hashes: readonly BillHash[];
  /** ISO 8601: when the file was last changed. */
  readonly modifiedAt: string;
  /** The package that the artifact is; null when it says of none. */
  readonly own: FoundPackage | null;
  /** Commit that a binary says it was built from. */
  readonly commit: string | null;
  readonly packages: readonly FoundPackage[];
  /** What could not be looked into, and why. */
  readonly remarks: readonly string[];
};
