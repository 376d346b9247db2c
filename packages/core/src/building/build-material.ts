// SPDX-License-Identifier: Apache-2.0

/**
 * Something that went into a build. `digest` by algorithm, in hexadecimal; `uri` where it has one that others can follow, a
 * package URL for an installed tool.
 */
export type BuildMaterial = {
  readonly name: string;
  readonly uri: string | null;
  readonly digest: { readonly [algorithm: string]: string };
};
