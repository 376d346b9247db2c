// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { runGit } from './run-git.ts';

/** As the clone tells it: the remote's head, else the branch that is checked out; null when neither is known. */
export async function defaultBranch(gitDirectory: string, signal: CancelSignal | undefined): Promise<string | null> {
  const [remote, head] = await Promise.all(
    ['refs/remotes/origin/HEAD', 'HEAD'].map(async (ref) => {
      const result = await runGit(gitDirectory, ['symbolic-ref', '--quiet', ref], { signal });
      return result.code === 0 ? result.stdout.toString().replace(/\n$/u, '') : '';
    }),
  );
  return after(remote, 'refs/remotes/origin/') ?? after(head, 'refs/heads/');
}

function after(ref: string | undefined, prefix: string): string | null {
  return ref !== undefined && ref.startsWith(prefix) ? ref.slice(prefix.length) : null;
}
