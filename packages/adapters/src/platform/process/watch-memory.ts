// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';

const intervalMs = 50;
/** As Linux has it on the machines that matter; a larger page only makes the bound looser. */
const pageBytes = 4096;

/**
 * Calls `exceeded` once a process holds more memory of its own than `bytesMax`; what it maps from files does not count.
 * A repository can make git read a device without end. Linux only: elsewhere the time bound is what stops it.
 */
export function watchMemory(pid: number | undefined, bytesMax: number, exceeded: () => void): { stop: () => void } {
  if (pid === undefined || process.platform !== 'linux') return { stop: () => undefined };
  const timer = setInterval(() => {
    readFile(`/proc/${pid}/statm`, 'utf8').then(
      (statm) => {
        const [, resident = '0', shared = '0'] = statm.split(' ', 3);
        if ((Number(resident) - Number(shared)) * pageBytes > bytesMax) exceeded();
      },
      () => clearInterval(timer), // it has ended
    );
  }, intervalMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
