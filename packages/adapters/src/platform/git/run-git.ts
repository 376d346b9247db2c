// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import type { ProgramResult } from '../process/program-result.ts';
import { type RunOptions, runProgram } from '../process/run-program.ts';
import type { Program } from '../process/start-program.ts';
import { gitEnvironment } from './git-environment.ts';

export type GitOptions = Partial<Omit<RunOptions, 'signal'>> & {
  readonly signal: RunOptions['signal'];
  readonly environment?: { readonly [name: string]: string };
};

export type GitResult = Extract<ProgramResult, { readonly end: 'exited' }>;

const defaults = { stdoutBytesMax: 16 * 1024 * 1024, timeoutMs: 60_000 };

/** The git program over a git directory that this package made (`createReadingRepository`). */
export function gitProgram(
  gitDirectory: string,
  args: readonly string[],
  environment: { readonly [name: string]: string } = {},
): Program {
  return {
    command: 'git',
    args: ['--no-pager', '--literal-pathspecs', ...args],
    environment: { ...gitEnvironment(gitDirectory), ...environment },
    workingDirectory: gitDirectory,
  };
}

/**
 * Runs git to its end. An exit code other than 0 is a result; that there is no git, no time, no room or no wish to go
 * on is thrown as `git-missing`, `repository-unreadable`, `input-too-large` or `interrupted`.
 */
export async function runGit(gitDirectory: string, args: readonly string[], options: GitOptions): Promise<GitResult> {
  const { environment, ...rest } = options;
  const run = { ...defaults, ...rest };
  const result = await runProgram(gitProgram(gitDirectory, args, environment), run);
  return exitedOrThrow(result, `git ${args[0] ?? ''}`, run);
}

/** As `runGit`; any failure of git means that the repository cannot be read. */
export async function readGit(gitDirectory: string, args: readonly string[], options: GitOptions): Promise<Buffer> {
  const result = await runGit(gitDirectory, args, options);
  if (result.code === 0) return result.stdout;
  throw new PlumblineError('repository-unreadable', `git ${args[0] ?? ''} failed: ${firstLine(result.stderr)}`, {
    next: 'Run git fsck in the repository, or clone it again',
  });
}

export function exitedOrThrow(
  result: ProgramResult,
  what: string,
  bounds: { readonly stdoutBytesMax: number; readonly timeoutMs: number },
): GitResult {
  switch (result.end) {
    case 'exited':
      return result;
    case 'missing':
      throw new PlumblineError('git-missing', 'There is no git program on the PATH', {
        next: 'Install git 2.38 or newer',
      });
    case 'aborted':
      throw new PlumblineError('interrupted', `${what} was interrupted`);
    case 'too-much-output':
      throw new PlumblineError('input-too-large', `${what} printed more than ${bounds.stdoutBytesMax} bytes`);
    case 'too-much-memory':
      throw new PlumblineError('repository-unreadable', `${what} took more memory than an ordinary repository needs`, {
        next: 'Look for links and special files in its git directory, or clone the repository again',
      });
    case 'timed-out':
      throw new PlumblineError('repository-unreadable', `${what} took more than ${bounds.timeoutMs / 1000} seconds`, {
        next: 'Look for special files among its refs and objects, or clone the repository again',
      });
    case 'killed':
      throw new PlumblineError('repository-unreadable', `${what} was killed by a signal`);
  }
}

/** The first line that git wrote about a failure; the folder it worked in is of no use to a reader. */
function firstLine(stderr: string): string {
  return (stderr.split('\n', 1)[0] ?? '').replaceAll(/\/[^\s'"]*plumbline-[^\s'"]*/gu, '(git directory)').slice(0, 300);
}
