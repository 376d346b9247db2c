// SPDX-License-Identifier: Apache-2.0
import { openRepository, type OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import { createTemporaryFolder } from '@plumbline/adapters/platform/files/temporary-folder';
import { openState } from '@plumbline/adapters/state/open-state';
import { stateOfRepository } from '@plumbline/adapters/state/state-of-repository';
import { PlumblineError } from '@plumbline/core/errors';
import type { StateStore } from '@plumbline/core/state/state-store';
import type { Terminal } from '../terminal/terminal.ts';

export type ScannedFiles = {
  readonly commit?: string;
  readonly worktree?: boolean;
  readonly staged?: boolean;
  readonly offline?: boolean;
  readonly state?: string;
};

/** Files that are open to be scanned. `state` keeps what is found, and is made when it is asked for. */
export type OpenScan = {
  readonly repository: OpenRepository;
  readonly state: () => Promise<StateStore>;
  readonly close: () => Promise<void>;
};

/** Opens the head, another commit, the work tree or what is staged. Throws `usage` for more than one of them. */
export async function openScan(target: string, files: ScannedFiles, terminal: Terminal): Promise<OpenScan> {
  const { commit, worktree = false, staged = false, offline = false } = files;
  if ([commit !== undefined, worktree, staged].filter(Boolean).length > 1)
    throw new PlumblineError('usage', '--commit, --worktree and --staged name different files', {
      next: 'Choose one of them',
    });
  const repository = await openRepository(target, {
    signal: terminal.signal,
    offline,
    worktree,
    staged,
    ...(commit === undefined ? {} : { revision: commit }),
    progress: terminal.progress,
  });
  const closing = [repository.close];
  return {
    repository,
    state: async () => {
      if (!staged || files.state !== undefined) return stateOfRepository(repository, files.state);
      // Nothing can rest on results of files that no commit has: they go when they were shown.
      const folder = await createTemporaryFolder();
      closing.push(folder.remove);
      return openState(folder.path);
    },
    close: async () => void (await Promise.all(closing.map((close) => close()))),
  };
}
