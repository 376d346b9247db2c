// SPDX-License-Identifier: Apache-2.0
import type { ChildProcess } from 'node:child_process';

const live = new Set<ChildProcess>();
let watching = false;

/** Remembers a started program, so that none outlives this process even when it exits early. */
export function rememberProgram(child: ChildProcess): void {
  live.add(child);
  child.once('close', () => live.delete(child));
  if (watching) return;
  watching = true;
  process.on('exit', () => live.forEach(killProgram));
}

/** Kills a program and whatever it started: each runs in a process group of its own. */
export function killProgram(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL'); // the group is gone already, or was never made
  }
}
