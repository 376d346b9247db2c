// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PlumblineError } from '@plumbline/core/errors';
import { createFileExclusively } from '../../platform/files/create-file-exclusively.ts';

const lockFile = 'feeds.lock';
const pauseMs = 100;

/**
 * Runs `use` while no other process changes the feeds. The lock names its process: one whose process is gone (kill -9, a
 * restart) is taken over, never one that is merely old. Throws `output-unwritable` when another holds it for longer than
 * `patienceMs`.
 */
export async function withFeedLock<T>(folder: string, use: () => Promise<T>, patienceMs: number = 600_000): Promise<T> {
  const path = join(folder, lockFile);
  const own = JSON.stringify({ host: hostname(), pid: process.pid, startedAt: startOf(process.pid) });
  const until = performance.now() + patienceMs;
  while (!(await createFileExclusively(path, own))) {
    if (await isAbandoned(path)) await rm(path, { force: true });
    else if (performance.now() > until)
      throw new PlumblineError('output-unwritable', 'another process is changing the feeds', {
        path,
        next: 'Wait for it to end; remove the file if nothing runs that does',
      });
    else await wait(pauseMs);
  }
  try {
    return await use();
  } finally {
    await rm(path, { force: true });
  }
}

/** Of this machine, and its process is gone, or another one has its number. A lock of another machine is believed. */
async function isAbandoned(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return false;
  try {
    const { host, pid, startedAt } = JSON.parse(text) as { host?: unknown; pid?: unknown; startedAt?: unknown };
    if (host !== hostname() || typeof pid !== 'number') return false;
    return !isAlive(pid) || startedAt !== startOf(pid);
  } catch {
    return false; // being written this moment, or by something else
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process began, in the kernel's ticks; null where the kernel does not tell. */
function startOf(pid: number): string | null {
  try {
    // proc(5): the name, in parentheses, may hold anything; the 22nd field is the start
    return readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
