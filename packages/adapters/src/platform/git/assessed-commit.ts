// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { isoSeconds } from './iso-seconds.ts';
import { runGit } from './run-git.ts';

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
  if (commit !== undefined && !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(commit))
    throw new PlumblineError('usage', `${commit} is no full commit id`);
  const bound = asOf === undefined || asOf === null ? [] : [`--min-age=${Math.floor(Date.parse(asOf) / 1000)}`];
  const args = ['rev-list', '--first-parent', '--max-count=1', '--timestamp', ...bound, commit ?? 'HEAD', '--'];
  const result = await runGit(gitDirectory, args, { signal });
  if (result.code !== 0) throw await whyUnreadable(gitDirectory, result.stderr, { commit, signal });
  const [seconds, found] = result.stdout.toString().trim().split(' ');
  if (seconds === undefined || found === undefined) {
    throw new PlumblineError('no-commits', `No commit was made at or before ${asOf ?? 'now'}`, {
      next: 'Assess as of a later day',
    });
  }
  return { commit: found, committedAt: isoSeconds(Number(seconds)) };
}

/** A head that points to nothing has no commit; any other is there and cannot be read. */
async function whyUnreadable(
  gitDirectory: string,
  stderr: string,
  { commit, signal }: Omit<Wish, 'asOf'>,
): Promise<PlumblineError> {
  const target = await runGit(gitDirectory, ['rev-parse', '--verify', '--quiet', 'HEAD'], { signal });
  if (commit !== undefined || target.code === 0 || /extension/u.test(stderr)) {
    const what = commit === undefined ? 'The head' : `The commit ${commit}`;
    const line = stderr.split('\n', 1)[0] ?? '';
    return new PlumblineError('repository-unreadable', `${what} cannot be read: ${line.slice(0, 200)}`, {
      next: 'Run git fsck, update git, or clone the repository again',
    });
  }
  return new PlumblineError('no-commits', 'The repository has no commit that its head points to', {
    next: 'Commit something, or check out a branch that exists',
  });
}
