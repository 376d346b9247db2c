// SPDX-License-Identifier: Apache-2.0
import { baseOfChange } from '@plumbline/adapters/platform/git/base-of-change';
import { openRepository, type OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import { readChange, type Change } from '@plumbline/adapters/platform/git/read-change';
import { resolveRevision } from '@plumbline/adapters/platform/git/resolve-revision';
import { PlumblineError } from '@plumbline/core/errors';

/** A change that is open for reading: its head, and its base where it has one. */
export type OpenChange = {
  readonly head: OpenRepository;
  readonly gitDirectory: string;
  readonly base: OpenRepository | null;
  readonly change: Change | null;
  readonly close: () => Promise<void>;
};

export type ChangeOptions = {
  /** Full id of the head; the checked-out commit unless told. */
  readonly commit?: string;
  /** Revision of the base, as the user wrote it; null: the head shall have none. */
  readonly baseline?: string | null;
  readonly signal: AbortSignal;
};

/**
 * Opens head and base. Throws `usage` when the repository has no git directory or the baseline is no commit, and
 * `history-missing` when nobody can tell the base because the clone ends at the head: it is no first commit, and its own policy
 * must not decide about it.
 */
export async function openChange(target: string, options: ChangeOptions): Promise<OpenChange> {
  const { commit, signal } = options;
  const head = await openRepository(target, { signal, ...(commit === undefined ? {} : { commit }) });
  const { gitDirectory, snapshot } = head;
  if (gitDirectory === null) {
    await head.close();
    throw new PlumblineError('usage', 'a gate needs commits: this is a plain folder');
  }
  try {
    const baseId = await baseIdOf(head, gitDirectory, options);
    const [base, change] =
      baseId === null
        ? [null, null]
        : await Promise.all([
            openRepository(target, { signal, commit: baseId }),
            readChange(gitDirectory, { base: baseId, head: snapshot.commit }, signal),
          ]);
    return {
      head,
      gitDirectory,
      base,
      change,
      close: async () => void (await Promise.all([head.close(), base?.close()])),
    };
  } catch (error) {
    await head.close();
    throw error;
  }
}

async function baseIdOf(
  { snapshot, shallow }: OpenRepository,
  gitDirectory: string,
  { baseline, signal }: ChangeOptions,
): Promise<string | null> {
  if (typeof baseline === 'string') return resolveRevision(gitDirectory, baseline, signal);
  const found = baseline === null ? null : await baseOfChange(gitDirectory, snapshot, signal);
  if (found === null && shallow)
    throw new PlumblineError('history-missing', 'what the change is compared with is not in this shallow clone', {
      next: 'Fetch the history (git fetch --unshallow; fetch-depth: 0), or name a commit that is here with --baseline',
    });
  return found;
}
