// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import { runProgram } from '../process/run-program.ts';
import { findProgram } from '../tools/find-program.ts';

export type SigningCall = {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: { readonly [name: string]: string };
  readonly workingDirectory: string;
  /** What to do when it is not installed. */
  readonly install: string;
  /** What to do when it refuses to sign. */
  readonly next?: string;
};

/** A person may have to touch a key, or type at one. */
const timeoutMs = 120_000;
const stdoutBytesMax = 1024 * 1024;

/** Runs a program that holds keys and gives back what it printed. Throws `tool-missing` and `signing-failed`. */
export async function callSigningProgram(call: SigningCall): Promise<Buffer> {
  const { program, args, environment, workingDirectory, install, next } = call;
  const found = await findProgram([program], []);
  if (found.state === 'missing')
    throw new PlumblineError('tool-missing', `${program} is not installed`, { next: install });
  const result = await runProgram(
    {
      command: found.path,
      args,
      environment: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', ...environment },
      workingDirectory,
    },
    { timeoutMs, stdoutBytesMax },
  );
  if (result.end === 'exited' && result.code === 0) return result.stdout;
  const said = result.stderr.trim().split('\n').slice(-2).join('; ').slice(0, 300);
  const how = result.end === 'exited' ? `exit code ${result.code}` : result.end;
  const because = `${program} did not sign (${how})${said === '' ? '' : `: ${said}`}`;
  throw new PlumblineError('signing-failed', because, next === undefined ? {} : { next });
}
