// SPDX-License-Identifier: Apache-2.0
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { createFolder } from '../files/create-folder.ts';
import { createTemporaryFolder } from '../files/temporary-folder.ts';
import { runProgram } from '../process/run-program.ts';
import { checkOutFiles } from './check-out-files.ts';
import type { OpenRepository } from './open-repository.ts';

/** A repository of our own in a temporary folder, in which changes can be tried that nobody must ever push. */
export type ScratchRepository = {
  readonly folder: string;
  /** The commit that everything is tried on. */
  readonly base: string;
  /** Goes back to the base, adds these files, and commits them; the new commit. Paths are relative and stay inside. */
  readonly commit: (files: ReadonlyMap<string, string>) => Promise<string>;
  readonly remove: () => Promise<void>;
};

/** Makes one whose single commit has the files of `from`, without its history, configuration and hooks. */
export async function createScratchRepository(from: OpenRepository, signal: CancelSignal): Promise<ScratchRepository> {
  const { path: folder, remove } = await createTemporaryFolder();
  try {
    const git = gitIn(folder, signal);
    await git('init', '--quiet', '--initial-branch=main');
    await checkOutFiles(from, { folder, leaveOut: (path) => path.startsWith('.git/'), signal });
    await git('add', '--all', '--force');
    await git('commit', '--quiet', '--allow-empty', '--message=base');
    const base = await git('rev-parse', 'HEAD');
    return {
      folder,
      base,
      commit: async (files) => {
        await git('reset', '--quiet', '--hard', base);
        for (const [path, text] of files) {
          await createFolder(dirname(join(folder, path)));
          await writeFile(join(folder, path), text, { flag: 'wx' });
        }
        await git('add', '--force', '--', ...files.keys());
        await git('commit', '--quiet', '--message=change');
        return git('rev-parse', 'HEAD');
      },
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

type Git = (...args: readonly string[]) => Promise<string>;

/** Git with an identity of its own and no configuration of anybody. */
function gitIn(folder: string, signal: CancelSignal): Git {
  const identity = { NAME: 'Plumbline', EMAIL: 'plumbline@localhost' };
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: identity.NAME,
    GIT_AUTHOR_EMAIL: identity.EMAIL,
    GIT_COMMITTER_NAME: identity.NAME,
    GIT_COMMITTER_EMAIL: identity.EMAIL,
  };
  const hardened = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '-c', 'core.autocrlf=false'];
  return async (...args) => {
    const program = { command: 'git', args: [...hardened, ...args], environment, workingDirectory: folder };
    const result = await runProgram(program, { stdoutBytesMax: 1024 * 1024, timeoutMs: 120_000, signal });
    if (result.end === 'exited' && result.code === 0) return result.stdout.toString().trim();
    const why = result.end === 'exited' ? result.stderr.split('\n', 1)[0] : result.end;
    throw new PlumblineError('repository-unreadable', `git ${args[0] ?? ''} failed in a scratch copy: ${why ?? ''}`);
  };
}
