// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { processTree } from './process-tree.ts';

const intervalMs = 50;
/** Walking a tree of processes costs more than asking one. */
const treeIntervalMs = 250;
/** As Linux has it on the machines that matter; a larger page only makes the bound looser. */
const pageBytes = 4096;
const processesMax = 5000;

/**
 * Calls `exceeded` once a process holds more memory of its own than `bytesMax`, `withChildren` together with all that it
 * started; what it maps from files does not count. A repository can make git read a device without end. Linux only:
 * elsewhere the time bound is what stops it.
 */
export function watchMemory(
  pid: number | undefined,
  bytesMax: number,
  exceeded: () => void,
  withChildren = false,
): { stop: () => void } {
  if (pid === undefined || process.platform !== 'linux') return { stop: () => undefined };
  const measure = withChildren ? treeBytes : processBytes;
  let measuring = false;
  const timer = setInterval(
    () => {
      if (measuring) return;
      measuring = true;
      measure(pid).then(
        (bytes) => {
          measuring = false;
          if (bytes > bytesMax) exceeded();
        },
        () => clearInterval(timer), // it has ended
      );
    },
    withChildren ? treeIntervalMs : intervalMs,
  );
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

async function processBytes(pid: number): Promise<number> {
  const [, resident = '0', shared = '0'] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ', 3);
  return (Number(resident) - Number(shared)) * pageBytes;
}

async function treeBytes(root: number): Promise<number> {
  let bytes = 0;
  for await (const { pid } of processTree(root, processesMax))
    // one that has just ended, but for the first: with it all has
    bytes += pid === root ? await processBytes(pid) : await processBytes(pid).catch(() => 0);
  return bytes;
}
