// SPDX-License-Identifier: Apache-2.0
import type { EvidenceSet } from '../evidence/evidence-set.ts';

/** One file before and after; null before: the file is new. Text with `\n`. */
export type FileChange = { readonly path: string; readonly before: string | null; readonly after: string };

/** Where the repository is kept, when its URL tells. */
export type ForgeHome = {
  readonly forge: 'github' | 'gitlab' | 'forgejo' | 'other';
  readonly host: string;
  readonly owner: string;
  readonly name: string;
};

/** A commit that a tag of an action pointed to when it was looked up. */
export type KnownHash = { readonly commit: string; readonly version: string };

/** Commits of one author below one top folder in the window. `owner` is a forge handle with @, else an e-mail address. */
export type FolderAuthor = { readonly folder: string; readonly owner: string; readonly commits: number };

/** What a patch is made from. Pure data and look-ups that were done before. */
export type PatchInput = {
  readonly paths: ReadonlySet<string>;
  /** Text of the files that it asked to read. */
  readonly files: ReadonlyMap<string, string>;
  readonly evidence: EvidenceSet;
  readonly product: string;
  readonly home: ForgeHome | null;
  /** End of the day as of which is assessed. */
  readonly asOf: string;
  /** `actions/checkout@v4` → the commit that it may be pinned to; null when nobody here knows it. */
  readonly hashOf: (reference: string) => KnownHash | null;
  readonly folderAuthors: readonly FolderAuthor[];
  /** What `plumbline init` would write: plumbline.yaml and the starter records. */
  readonly starterFiles: readonly { readonly path: string; readonly text: string }[];
};

/** What came of it: changes with what a person should look at before merging, or why there are none. */
export type PatchResult =
  | {
      readonly state: 'ready';
      readonly changes: readonly [FileChange, ...FileChange[]];
      readonly notes: readonly string[];
    }
  | { readonly state: 'not-possible'; readonly because: string };

/** A ready change for an action of the roadmap. Pure: it never touches the repository. */
export type Patch = {
  readonly id: string;
  /** Imperative, one line: the subject of the commit. */
  readonly title: string;
  /** Which files of the tree it must see. */
  readonly reads: (paths: readonly string[]) => readonly string[];
  readonly write: (input: PatchInput) => PatchResult;
};
