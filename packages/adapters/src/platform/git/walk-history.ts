// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { runProgram } from '../process/run-program.ts';
import { splitRecords } from '../process/split-records.ts';
import { exitedOrThrow, gitProgram } from './run-git.ts';

/** A commit that lies in the window; `firstParent`: on the first-parent line of the assessed commit. */
export type WindowCommit = { readonly id: string; readonly seconds: number; readonly firstParent: boolean };

export type HistoryWalk = {
  readonly commits: number;
  /** Children before parents. */
  readonly window: readonly WindowCommit[];
};

const bounds = { stdoutBytesMax: 8 * 1024 * 1024 * 1024, timeoutMs: 300_000 };
const windowCommitsMax = 1_000_000;

/**
 * Walks the whole history once and keeps what was committed at or after `since` (seconds). Git's own `--since` is not
 * used: it stops at the first commit with an old date, and one wrong clock would hide what lies behind it. What is
 * dated later than the assessed commit, by a wrong clock, was still made before it and counts.
 */
export async function walkHistory(
  gitDirectory: string,
  { commit, since, signal }: { readonly commit: string; readonly since: number; readonly signal: CancelSignal },
): Promise<HistoryWalk> {
  const window: WindowCommit[] = [];
  let commits = 0;
  let onLine = commit; // with --topo-order, the next of the line can only come after the one before it
  const records = splitRecords('\n', (record) => {
    commits += 1;
    // `seconds id parent …`
    const start = record.indexOf(' ') + 1;
    const firstParent = onLine !== '' && record.startsWith(onLine, start);
    if (firstParent) onLine = record.slice(start + onLine.length + 1).split(' ', 1)[0] ?? '';
    const seconds = Number(record.slice(0, start - 1));
    if (seconds < since) return;
    const id = copyOf(record.slice(start, start + commit.length));
    if (window.push({ id, seconds, firstParent }) > windowCommitsMax) {
      throw new PlumblineError('input-too-large', `More than ${windowCommitsMax} commits lie in the window`);
    }
  });
  const program = gitProgram(gitDirectory, ['rev-list', '--topo-order', '--timestamp', '--parents', commit, '--']);
  const run = { ...bounds, signal, onChunk: records.take };
  const result = exitedOrThrow(await runProgram(program, run), 'git rev-list', bounds);
  if (result.code === 0) return { commits, window };
  throw new PlumblineError('repository-unreadable', 'The history cannot be walked to its beginning', {
    next: 'Run git fsck in the repository, or clone it again',
  });
}

/** A slice would hold the chunk that it was cut from. */
const copyOf = (id: string): string => Buffer.from(id, 'latin1').toString('latin1');
