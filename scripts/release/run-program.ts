// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { StepError } from './step-error.ts';

export type ProgramOptions = { readonly cwd: string; readonly env?: { readonly [name: string]: string } };

/**
 * Runs a program to its end with our own terminal, so that a passphrase can be asked for. Throws a StepError with its exit code when
 * it fails.
 */
export function runProgram(command: readonly string[], { cwd, env = {} }: ProgramOptions): void {
  const [program = '', ...args] = command;
  const { status, signal, error } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['inherit', 2, 2],
  });
  if (status === 0) return;
  const how = error?.message ?? (status === null ? `ended by ${String(signal)}` : `ended with code ${status}`);
  throw new StepError(`nothing is released: ${program} ${args.slice(0, 2).join(' ')} ${how}`, status ?? 1);
}
