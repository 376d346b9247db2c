// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

export type CommandResult = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
};

export type CommandOptions = {
  readonly cwd?: string;
  /** Added to an environment without colours, tokens and user configuration. */
  readonly env?: { readonly [name: string]: string };
  /** Killed, and so failed, after that time. */
  readonly timeoutMs?: number;
};

/** The command as test/bundle-for-tests.ts made it. */
export const commandLine: readonly string[] = [process.execPath, inject('command')];

export const commandEnvironment: { readonly [name: string]: string } = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  NODE_COMPILE_CACHE: join(tmpdir(), 'plumbline-compile-cache'),
  ...(process.env['TMPDIR'] === undefined ? {} : { TMPDIR: process.env['TMPDIR'] }),
};

/** Runs `plumbline` as a user does, to its end. */
export function plumbline(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const [node = '', ...rest] = commandLine;
  const started = performance.now();
  const child = spawn(node, [...rest, ...args], {
    cwd: options.cwd ?? tmpdir(),
    env: { ...commandEnvironment, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const streams = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (streams[name] += text));
  const timer = setTimeout(() => child.kill('SIGKILL'), options.timeoutMs ?? 55_000);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, ...streams, ms: performance.now() - started });
    });
  });
}
