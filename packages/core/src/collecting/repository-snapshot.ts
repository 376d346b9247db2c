// SPDX-License-Identifier: Apache-2.0

/** One entry of the assessed tree. `size` is in bytes, null for links and submodules. */
export type TreeEntry = {
  readonly path: string;
  readonly type: 'file' | 'executable' | 'link' | 'submodule';
  readonly objectId: string;
  readonly size: number | null;
};

/** Something of the tree that cannot be an entry, such as a name that is not UTF-8; `path` is made fit to be shown. */
export type SkippedEntry = {
  readonly path: string;
  readonly because: string;
  /** A folder that could not be listed: nobody knows what lies below it. */
  readonly folder?: true;
};

/** The content of a file, or why it was not read. Text is decoded as UTF-8; invalid bytes become U+FFFD. */
export type FileContent =
  | { readonly state: 'text'; readonly text: string }
  | { readonly state: 'unread'; readonly because: string };

/**
 * A repository at one commit: every collector reads through this and through nothing else. Paths are relative, with
 * `/`, never absolute and never with `..`.
 */
export type RepositorySnapshot = {
  readonly uri: string;
  readonly commit: string;
  /** The files are those of a work tree that may differ from the commit. */
  readonly dirty?: true;
  /** Committer date of the commit, ISO 8601. */
  readonly committedAt: string;
  /** As the clone tells it: remote HEAD, else the checked-out branch; null when neither is known. */
  readonly defaultBranch: string | null;
  /** In byte order of their paths. */
  readonly entries: readonly TreeEntry[];
  /** What was listed but could not become an entry, the first 1000. */
  readonly skipped?: readonly SkippedEntry[];
  /**
   * Reads files in the order asked for and hands each to `visit` as it arrives, so that no more than one is held.
   * Binary files, links, and files over `bytesMax` (1 MiB unless told) are handed over as unread, with the reason.
   */
  readonly read: (
    paths: readonly string[],
    visit: (path: string, content: FileContent) => void,
    options?: { readonly bytesMax?: number },
  ) => Promise<void>;
};
