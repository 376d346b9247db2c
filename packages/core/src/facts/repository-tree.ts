// SPDX-License-Identifier: Apache-2.0
import type { Unread } from './unread.ts';

export type LanguageShare = { readonly language: string; readonly files: number; readonly bytes: number };

/** The inventory of the assessed commit's tree. Vendored, generated and fixture files are not counted as source. */
export type RepositoryTree = {
  readonly files: number;
  readonly sourceFiles: number;
  /** Largest first; programming languages only. */
  readonly languages: readonly LanguageShare[];
  readonly submodules: readonly string[];
  /** What was listed but not read: links that leave the root, files over the limit, invalid names. */
  readonly unread: readonly Unread[];
};
