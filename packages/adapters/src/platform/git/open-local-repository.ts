// SPDX-License-Identifier: Apache-2.0
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import { assessedCommit } from './assessed-commit.ts';
import { defaultBranch } from './default-branch.ts';
import { findGitDirectory } from './find-git-directory.ts';
import { listTree } from './list-tree.ts';
import { createObjectReader } from './object-reader.ts';
import type { OpenOptions, OpenRepository } from './open-repository.ts';
import { readCommitFiles } from './read-commit-files.ts';
import { createReadingRepository, type ReadingRepository } from './reading-repository.ts';
import { repositoryUri } from './repository-uri.ts';
import { resolveRevision } from './resolve-revision.ts';

/** Opens the repository that a folder of this machine is in. `uri` overrides what its configuration says. */
export async function openLocalRepository(
  path: string,
  options: OpenOptions & { readonly uri?: string },
): Promise<OpenRepository> {
  const found = await findGitDirectory(path);
  const reading = await createReadingRepository(found, { signal: options.signal });
  try {
    const uri = options.uri ?? repositoryUri(reading.config, found.workTree ?? found.common);
    return { ...(await openCommit(reading, uri, options)), root: found.workTree };
  } catch (error) {
    await reading.remove();
    throw error;
  }
}

async function openCommit(
  reading: ReadingRepository,
  uri: string,
  options: OpenOptions,
): Promise<Omit<OpenRepository, 'root'>> {
  const { gitDirectory, shallow, remove } = reading;
  const { signal, asOf, revision } = options;
  const commit = revision === undefined ? options.commit : await resolveRevision(gitDirectory, revision, signal);
  // Refs are a copy of ours that stays as it is: the head can be listed while git looks up its commit.
  const [early] = asOf === undefined || asOf === null ? [listTree(gitDirectory, commit ?? 'HEAD', signal)] : [];
  early?.catch(() => undefined); // why there is no commit tells more
  const [assessed, branch] = await Promise.all([
    assessedCommit(gitDirectory, { asOf, commit, signal }),
    defaultBranch(gitDirectory, signal),
  ]);
  const { entries, skipped } = await (early ?? listTree(gitDirectory, assessed.commit, signal));
  const objects = createObjectReader(gitDirectory, signal);
  const snapshot: RepositorySnapshot = {
    uri,
    ...assessed,
    defaultBranch: branch,
    entries,
    skipped,
    read: readCommitFiles(entries, objects),
  };
  return {
    snapshot,
    gitDirectory,
    shallow,
    close: async () => {
      objects.close();
      await remove();
    },
  };
}
