// SPDX-License-Identifier: Apache-2.0
import type { RepositoryFiles } from './repository-files.ts';

/** A script that a command stands for, and the folder that it runs in. */
export type Followed = { readonly script: string; readonly directory: string; readonly shellScript?: boolean };

/** `args` are what follows the program's name. */
export type Call = {
  readonly args: readonly string[];
  /** The program as written, for those that are files. */
  readonly path: string;
  readonly directory: string;
  readonly files: RepositoryFiles;
};

/**
 * What a command runs inside the repository. Null: it is no such command, or what it names cannot be found. An empty
 * list: found, and it does nothing.
 */
export type Follower = (call: Call) => readonly Followed[] | null;
