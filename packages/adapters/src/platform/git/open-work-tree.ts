// SPDX-License-Identifier: Apache-2.0
import { realpath } from 'node:fs/promises';
import { PlumblineError } from '@plumbline/core/errors';
import { assessedCommit } from './assessed-commit.ts';
import { defaultBranch } from './default-branch.ts';
import { findGitDirectory } from './find-git-directory.ts';
import { listWorkTree } from './list-work-tree.ts';
import type { OpenOptions, OpenRepository } from './open-repository.ts';
import { readWorkFiles } from './read-work-files.ts';
import { createFolderIndex, createReadingRepository, type ReadingRepository } from './reading-repository.ts';
import { folderName, repositoryUri } from './repository-uri.ts';

/**
 * Opens the files of a work tree as they are now, over the history of its head. A folder without a repository has no
 * history: `commit` is empty, `gitDirectory` null, and the state is that of today.
 */
export async function openWorkTree(path: string, options: OpenOptions): Promise<OpenRepository> {
  refuseThePast(options.asOf);
  const found = await findGitDirectory(path).catch((error: unknown) => {
    if (error instanceof PlumblineError && error.code === 'not-a-repository') return null;
    throw error;
  });
  if (found !== null && found.workTree === null) {
    throw new PlumblineError('usage', `${path} is a bare repository: it has no work tree`, {
      path,
      next: 'Leave out --worktree',
    });
  }
  const root = found?.workTree ?? (await folder(path));
  const { signal } = options;
  const reading =
    found === null ? await createFolderIndex() : await createReadingRepository(found, { signal, withIndex: true });
  try {
    return await openFiles(root, reading, { ...options, plain: found === null });
  } catch (error) {
    await reading.remove();
    throw error;
  }
}

async function openFiles(
  root: string,
  reading: ReadingRepository,
  { signal, plain }: OpenOptions & { readonly plain: boolean },
): Promise<OpenRepository> {
  const { gitDirectory, shallow, config, remove } = reading;
  const history = plain
    ? { commit: '', committedAt: `${new Date().toISOString().slice(0, 10)}T00:00:00Z`, defaultBranch: null }
    : {
        ...(await assessedCommit(gitDirectory, { signal })),
        defaultBranch: await defaultBranch(gitDirectory, signal),
      };
  const listing = await listWorkTree(gitDirectory, root, signal);
  return {
    snapshot: {
      uri: plain ? folderName(root) : repositoryUri(config, root),
      ...history,
      ...listing,
      // Always, not only where git sees a change: telling would mean to hash every file through the repository's filters.
      ...(plain ? {} : { dirty: true }),
      read: readWorkFiles(root, listing.entries, signal),
    },
    gitDirectory: plain ? null : gitDirectory,
    root,
    shallow,
    close: remove,
  };
}

function refuseThePast(asOf: string | null | undefined): void {
  if (asOf === undefined || asOf === null || Date.parse(asOf) >= Date.now()) return;
  throw new PlumblineError('usage', 'The files of a work tree are as they are now, not as of an earlier day', {
    next: 'Leave out --as-of or --worktree',
  });
}

async function folder(path: string): Promise<string> {
  return realpath(path).catch((cause: unknown) => {
    throw new PlumblineError('not-a-repository', `${path} does not exist or cannot be entered`, { path, cause });
  });
}
