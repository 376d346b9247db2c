// SPDX-License-Identifier: Apache-2.0
import { randomInt } from 'node:crypto';
import { PlumblineError } from '@plumbline/core/errors';
import { runProgram } from '../../platform/process/run-program.ts';

/** Numbers that systemd sets aside for services without a name of their own: nobody logs in with one. */
const usersFrom = 61_184;
const usersTo = 65_519;
const timeoutMs = 15 * 60_000;

/**
 * A user for the build where this process is root: the kernel counts nobody's processes against a bound that is root's, and
 * lets root write more than its files. Null where this process is an ordinary user, as whom the build then runs.
 */
export function lowerUser(): number | null {
  return process.getuid?.() === 0 ? randomInt(usersFrom, usersTo + 1) : null;
}

/** The words before a program that make it run as that user, without the groups of ours. */
export function asUser(setpriv: string, user: number): readonly string[] {
  return [setpriv, `--reuid=${user}`, `--regid=${user}`, '--clear-groups', '--'];
}

/** Gives a folder and all below it to that user. Links are not followed. */
export async function giveTo(user: number, folders: readonly string[]): Promise<void> {
  const args = ['--recursive', '--no-dereference', '--', `${user}:${user}`, ...folders];
  const program = { command: 'chown', args, environment: { PATH: '/usr/bin:/bin' }, workingDirectory: '/' };
  const result = await runProgram(program, { stdoutBytesMax: 1024, timeoutMs });
  if (result.end === 'exited' && result.code === 0) return;
  throw new PlumblineError(
    'output-unwritable',
    `the folders of the build cannot be given to its user: ${result.stderr.slice(0, 300)}`,
  );
}
