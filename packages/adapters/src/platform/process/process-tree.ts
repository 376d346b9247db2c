// SPDX-License-Identifier: Apache-2.0
import { readdir, readFile } from 'node:fs/promises';

/** One process, and how many threads it has. */
export type TreeProcess = { readonly pid: number; readonly threads: number };

/**
 * A process and all that it started, as /proc of Linux tells, each before what it started; at most `processesMax`. One that ends
 * meanwhile is passed over.
 */
export async function* processTree(root: number, processesMax: number): AsyncGenerator<TreeProcess> {
  const waiting = [root];
  for (let seen = 0; seen < processesMax; seen += 1) {
    const pid = waiting.pop();
    if (pid === undefined) return;
    const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
    yield { pid, threads: threads.length };
    const lists = await Promise.all(
      threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
    );
    waiting.push(...lists.flatMap((list) => list.split(' ').filter((text) => text !== '')).map(Number));
  }
}
