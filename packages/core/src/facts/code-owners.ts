// SPDX-License-Identifier: Apache-2.0

/** Effective owners by the last matching rule, over the source files of the tree. */
export type CodeOwners = {
  readonly path: string;
  readonly format: 'codeowners' | 'gitlab-codeowners' | 'owners' | 'maintainers';
  readonly rules: number;
  readonly owners: number;
  readonly sourceFiles: number;
  readonly ownedSourceFiles: number;
  readonly unownedExamples: readonly string[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  readonly placeholder: boolean;
};
