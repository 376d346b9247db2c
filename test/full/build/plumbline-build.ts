// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandEnvironment, commandLine } from '../../scenarios/plumbline.ts';

export type Outcome = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs `plumbline build`; `inherited` is open as its file 251, as where a shell hands over a key: Node.js closes low numbers only. */
export function plumblineBuild(
  source: string,
  args: readonly string[],
  { env = {}, inherited }: { readonly env?: { readonly [name: string]: string }; readonly inherited?: string } = {},
): Promise<Outcome> {
  const words = [...commandLine, 'build', ...args];
  const opening = ['bash', '-c', 'exec 251<"$0" "$@"', inherited ?? ''];
  const [program = '', ...rest] = inherited === undefined ? words : [...opening, ...words];
  const child = spawn(program, rest, {
    cwd: source,
    env: { ...commandEnvironment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const outcome = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (outcome.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (outcome.stderr += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...outcome })));
}

/** How many processes of this machine have these words among their arguments. */
export const processes = (words: string): number =>
  readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readFileSync(join('/proc', name, 'cmdline'), 'latin1').includes(words);
    } catch {
      return false; // it has ended
    }
  }).length;
