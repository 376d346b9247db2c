// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';

/** Whether a process runs. One that ended and was not yet reaped by its parent does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return !/^\d+ \(.*\) Z /su.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true; // no /proc here: as far as one can tell
  }
}
