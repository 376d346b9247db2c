// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { processTree } from '../../platform/process/process-tree.ts';

const intervalMs = 100;

/**
 * Calls `exceeded` once a process and all that it started have as many processes and threads as they may. Counting stops there, so
 * that a fork bomb costs us no more than it may cost anybody. A bomb can be faster than any counting: it is ended, too, when the
 * whole machine has twice as many more than at the start.
 */
export function watchProcesses(pid: number, tasksMax: number, exceeded: () => void): { readonly stop: () => void } {
  const before = tasksOfMachine();
  let counting = false;
  const timer = setInterval(() => {
    if (tasksOfMachine() - before >= 2 * tasksMax) return exceeded();
    if (counting) return;
    counting = true;
    countTasks(pid, tasksMax).then(
      (tasks) => {
        counting = false;
        if (tasks >= tasksMax) exceeded();
      },
      () => clearInterval(timer), // /proc cannot be read
    );
  }, intervalMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

async function countTasks(root: number, tasksMax: number): Promise<number> {
  let tasks = 0;
  for await (const { threads } of processTree(root, tasksMax)) {
    tasks += threads;
    if (tasks >= tasksMax) break;
  }
  return tasks;
}

/** At once and not in turn: where thousands wait for a processor, a turn may be long in coming. */
function tasksOfMachine(): number {
  try {
    return Number(/\/(\d+) /u.exec(readFileSync('/proc/loadavg', 'latin1'))?.[1] ?? 0);
  } catch {
    return 0; // it is not shown here
  }
}
