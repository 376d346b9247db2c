// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { isoSeconds } from '../../platform/git/iso-seconds.ts';
import { readGit } from '../../platform/git/run-git.ts';

/** When each of the commits was committed, ISO 8601. */
export async function commitDays(
  gitDirectory: string,
  commits: readonly string[],
  signal: CancelSignal,
): Promise<ReadonlyMap<string, string>> {
  if (commits.length === 0) return new Map();
  const args = ['log', '--no-walk=unsorted', '--format=%H %ct', '--stdin'];
  const lines = (await readGit(gitDirectory, args, { signal, stdin: `${commits.join('\n')}\n` })).toString().trim();
  return new Map(
    lines.split('\n').map((line) => {
      const [commit = '', seconds = '0'] = line.split(' ');
      return [commit, isoSeconds(Number(seconds))];
    }),
  );
}
