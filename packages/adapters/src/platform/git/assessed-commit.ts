// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { isoSeconds } from './iso-seconds.ts';
import { readGit, runGit } from './run-git.ts';

export type AssessedCommit = {
  readonly commit: string;
  /** Committer date, ISO 8601. */
  readonly committedAt: string;
};

type Wish = {
  readonly asOf?: string | null | undefined;
  readonly commit?: string | undefined;
  readonly signal: CancelSignal | undefined;
};

/**
 * The head or the commit that is asked for, or the last commit of its first-parent line that was committed at or before `asOf`. Throws `no-commits` and
 * `repository-unreadable`.
 */
export async function assessedCommit(gitDirectory: string, { asOf, commit, signal }: Wish): Promise<AssessedCommit> {
  if (typeof asOf === 'string' && Number.isNaN(Date.parse(asOf)))
    throw new PlumblineError('usage', `${asOf} is no date`);
  const head = commit ?? (await headCommit(gitDirectory, signal));
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(head)) throw new PlumblineError('usage', `${head} is no full commit id`);
  const bound = asOf === undefined || asOf === null ? [] : [`--min-age=${Math.floor(Date.parse(asOf) / 1000)}`];
  const args = ['rev-list', '--first-parent', '--max-count=1', '--timestamp', ...bound, head, '--'];
  const [seconds, found] = (await readGit(gitDirectory, args, { signal })).toString().trim().split(' ');
  if (seconds === undefined || found === undefined) {
    throw new PlumblineError('no-commits', `No commit was made at or before ${asOf ?? 'now'}`, {
      next: 'Assess as of a later day',
    });
  }
  return { commit: found, committedAt: isoSeconds(Number(seconds)) };
}

async function headCommit(gitDirectory: string, signal: CancelSignal | undefined): Promise<string> {
  const found = await runGit(gitDirectory, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { signal });
  if (found.code === 0) return found.stdout.toString().trim();
  const target = await runGit(gitDirectory, ['rev-parse', '--verify', '--quiet', 'HEAD'], { signal });
  if (target.code === 0 || /extension/u.test(found.stderr)) {
    throw new PlumblineError('repository-unreadable', `The head cannot be read${because(found.stderr)}`, {
      next: 'Run git fsck, update git, or clone the repository again',
    });
  }
  throw new PlumblineError('no-commits', 'The repository has no commit that its head points to', {
    next: 'Commit something, or check out a branch that exists',
  });
}

function because(stderr: string): string {
  const line = stderr.split('\n', 1)[0] ?? '';
  return line === '' ? '' : `: ${line.slice(0, 200)}`;
}
