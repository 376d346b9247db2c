// SPDX-License-Identifier: Apache-2.0
import { stat } from 'node:fs/promises';
import { createTemporaryFolder } from '@plumbline/adapters/platform/files/temporary-folder';
import { openRepository, type OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import type { BuildSource } from '@plumbline/adapters/sandbox/inputs/build-source';
import { sourceOfArchive } from '@plumbline/adapters/sandbox/inputs/source-of-archive';
import { sourceOfCommit } from '@plumbline/adapters/sandbox/inputs/source-of-commit';
import { PlumblineError } from '@plumbline/core/errors';
import type { RunBuildOptions } from './run-build.ts';

/** `repository`: null for an archive, which has no history and no state. */
export type OpenSource = {
  readonly source: BuildSource;
  readonly repository: OpenRepository | null;
  readonly close: () => Promise<void>;
};

/** What is to be built: a file is an archive of sources, all else a repository at a commit. */
export async function openSource(options: RunBuildOptions, signal: AbortSignal): Promise<OpenSource> {
  const isFile = (await stat(options.source).catch(() => null))?.isFile() === true;
  return isFile ? openArchive(options) : openCommit(options, signal);
}

async function openArchive({ source: path, revision, state }: RunBuildOptions): Promise<OpenSource> {
  if (revision !== undefined || state !== undefined)
    throw new PlumblineError('usage', 'an archive has no revisions, and no state is kept of it', {
      next: 'Leave out --revision and --state',
    });
  const temporary = await createTemporaryFolder();
  try {
    return { source: await sourceOfArchive(path, temporary.path), repository: null, close: temporary.remove };
  } catch (error) {
    await temporary.remove();
    throw error;
  }
}

async function openCommit({ source, revision }: RunBuildOptions, signal: AbortSignal): Promise<OpenSource> {
  const repository = await openRepository(source, { ...(revision === undefined ? {} : { revision }), signal });
  try {
    return { source: await sourceOfCommit(repository, signal), repository, close: repository.close };
  } catch (error) {
    await repository.close();
    throw error;
  }
}
