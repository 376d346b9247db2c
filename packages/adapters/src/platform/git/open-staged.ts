// SPDX-License-Identifier: Apache-2.0
import { realpath } from 'node:fs/promises';
import { devNull } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { assessedCommit } from './assessed-commit.ts';
import { defaultBranch } from './default-branch.ts';
import { findGitDirectory, type GitDirectory } from './find-git-directory.ts';
import { listStaged } from './list-staged.ts';
import { createObjectReader } from './object-reader.ts';
import type { OpenRepository } from './open-repository.ts';
import { readCommitFiles } from './read-commit-files.ts';
import { createReadingRepository, type ReadingRepository } from './reading-repository.ts';
import { repositoryUri } from './repository-uri.ts';
import { runGit } from './run-git.ts';

/**
 * Opens what the next commit would add or change, as it is staged: read from the objects of the index, never from the work tree,
 * where the same files may look otherwise. Before the first commit that is the whole index, and `commit` is empty.
 */
export async function openStaged(path: string, signal: CancelSignal | undefined): Promise<OpenRepository> {
  const found = await findGitDirectory(path);
  if (found.workTree === null)
    throw new PlumblineError('usage', `${path} is a bare repository: nothing is staged in it`, { path });
  const index = await indexOf(found, found.workTree);
  const reading = await createReadingRepository(found, {
    signal,
    withIndex: true,
    ...(index === null ? {} : { index }),
  });
  try {
    return await openFiles(found.workTree, reading, signal);
  } catch (error) {
    await reading.remove();
    throw error;
  }
}

async function openFiles(
  root: string,
  { gitDirectory, config, shallow, remove }: ReadingRepository,
  signal: CancelSignal | undefined,
): Promise<OpenRepository> {
  const head = await headOf(gitDirectory, signal);
  const listing = await listStaged(gitDirectory, head.tree, signal);
  const objects = createObjectReader(gitDirectory, signal);
  return {
    snapshot: {
      uri: repositoryUri(config, root),
      commit: head.commit,
      committedAt: head.committedAt,
      defaultBranch: await defaultBranch(gitDirectory, signal),
      ...listing,
      dirty: true,
      read: readCommitFiles(listing.entries, objects),
    },
    gitDirectory,
    root,
    shallow,
    staged: true,
    close: async () => {
      objects.close();
      await remove();
    },
  };
}

/** What the index is compared with: the head, or nothing before the first commit. */
async function headOf(
  gitDirectory: string,
  signal: CancelSignal | undefined,
): Promise<{ readonly commit: string; readonly committedAt: string; readonly tree: string }> {
  const there = await runGit(gitDirectory, ['rev-parse', '--verify', '--quiet', 'HEAD'], { signal });
  if (there.code === 0) {
    const assessed = await assessedCommit(gitDirectory, { signal });
    return { ...assessed, tree: assessed.commit };
  }
  // The empty tree is known to git without being there; only its hash depends on the repository's format.
  const empty = await runGit(gitDirectory, ['hash-object', '-t', 'tree', devNull], { signal });
  const committedAt = `${new Date().toISOString().slice(0, 10)}T00:00:00Z`;
  return { commit: '', committedAt, tree: empty.stdout.toString().trim() };
}

/**
 * `git commit FILE` and `git commit --all` hand their hooks another index than the repository's own. One that lies outside of
 * the git directory is not git's, and is not followed.
 */
async function indexOf({ own }: GitDirectory, workTree: string): Promise<string | null> {
  const named = process.env['GIT_INDEX_FILE'];
  if (named === undefined || named === '') return null;
  const path = resolve(workTree, named);
  const folder = await realpath(dirname(path)).catch(() => null);
  return folder !== null && folder === (await realpath(own)) ? path : null;
}
