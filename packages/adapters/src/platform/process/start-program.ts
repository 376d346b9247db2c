// SPDX-License-Identifier: Apache-2.0
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { killProgram, rememberProgram } from './live-programs.ts';

/**
 * A program to start. There is no shell: arguments reach the program as they are, and nothing of this process's
 * environment does unless it is named here.
 */
export type Program = {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: { readonly [name: string]: string };
  /** Never a folder whose content is under assessment. */
  readonly workingDirectory: string;
};

export type StartedProgram = { readonly child: ChildProcessWithoutNullStreams; readonly kill: () => void };

/** Starts a program in its own process group, so that it can be killed with all that it started. */
export function startProgram({ command, args, environment, workingDirectory }: Program): StartedProgram {
  const child = spawn(command, [...args], {
    cwd: workingDirectory,
    env: { ...environment },
    shell: false,
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  rememberProgram(child);
  return { child, kill: () => killProgram(child) };
}
