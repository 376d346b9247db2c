// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import { PlumblineError } from '@plumbline/core/errors';
import { checkGitUrl } from './check-git-url.ts';
import { cloneRepository } from './clone-repository.ts';
import { openLocalRepository } from './open-local-repository.ts';
import { openStaged } from './open-staged.ts';
import { openWorkTree } from './open-work-tree.ts';

export type OpenOptions = {
  /** ISO 8601 instant: the last commit of the first-parent line at or before it is opened. The head unless told. */
  readonly asOf?: string | null;
  /** Full id of the commit to open instead of the head; with `asOf`, its first-parent line is followed back. */
  readonly commit?: string;
  /** The same by any name that git has for a commit: `HEAD~3`, a branch, a tag. */
  readonly revision?: string;
  /** Open what is staged for the next commit: the files of the index that differ from the head, by their objects. */
  readonly staged?: boolean;
  /** Read the files of the work tree as they are now instead of those of the commit; also opens a plain folder. */
  readonly worktree?: boolean;
  /** Never use the network: a URL is refused with `clone-failed`, a file: URL is not. */
  readonly offline?: boolean;
  readonly signal?: CancelSignal;
  /** What is being waited for, when it takes long. */
  readonly progress?: (message: string) => void;
};

export type OpenRepository = {
  readonly snapshot: RepositorySnapshot;
  /** Where the collectors that walk objects run git; null for a plain folder. */
  readonly gitDirectory: string | null;
  /** The user's folder that the files lie in; null for a bare repository and a URL. Nothing in it is ever run. */
  readonly root: string | null;
  readonly shallow: boolean;
  /** The files are staged ones: they lie in objects, although they are not those of the commit. */
  readonly staged?: true;
  /** Ends every process and removes every temporary folder. Call it however the run ends. */
  readonly close: () => Promise<void>;
};

/**
 * Opens a repository by a folder in it, its bare directory or its URL. Nothing of it is ever run. Throws
 * `not-a-repository`, `no-commits`, `repository-unreadable`, `clone-failed`, `git-missing`, `input-too-large`, `usage`
 * and `interrupted`.
 */
export async function openRepository(pathOrUrl: string, options: OpenOptions = {}): Promise<OpenRepository> {
  const source = checkGitUrl(pathOrUrl);
  if (source.kind === 'folder') {
    if (options.staged === true) return openStaged(source.path, options.signal);
    return options.worktree === true ? openWorkTree(source.path, options) : openLocalRepository(source.path, options);
  }
  if (options.worktree === true || options.staged === true)
    throw new PlumblineError('usage', 'A URL has no work tree', { next: 'Clone it first' });
  if (options.offline === true && !source.shown.startsWith('file:'))
    throw new PlumblineError('clone-failed', `${source.shown} would have to be cloned, and --offline forbids it`, {
      next: 'Clone it where there is a network, and name the folder',
    });
  options.progress?.(`Cloning ${source.shown}`);
  const clone = await cloneRepository(source, options.signal);
  try {
    const opened = await openLocalRepository(clone.path, { ...options, uri: source.shown });
    return { ...opened, root: null, close: async () => void (await Promise.all([opened.close(), clone.remove()])) };
  } catch (error) {
    await clone.remove();
    throw error;
  }
}
