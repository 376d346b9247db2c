// SPDX-License-Identifier: Apache-2.0

/**
 * Something that went into a build. `digest` by algorithm, in hexadecimal; `uri` where it has one that others can follow, a
 * package URL for an installed tool.
 */
export type BuildMaterial = {
  readonly name: string;
  readonly uri: string | null;
  /** What a program without a package says of its version. */
  readonly version?: string;
  readonly digest: { readonly [algorithm: string]: string };
};
