// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import { PlumblineError } from '@plumbline/core/errors';
import type { StateStore } from '@plumbline/core/state/state-store';
import { openState, stateFolder } from './open-state.ts';

/** A repository that was opened: its commit, and the user's folder where there is one. */
export type WithState = { readonly snapshot: RepositorySnapshot; readonly root: string | null };

/**
 * The state that belongs to a repository: `.plumbline` in its folder, unless the caller names another. Throws
 * `state-untrusted` when the commit itself brings such a folder: whoever can change the repository could then write results
 * of scans that never ran. Throws `usage` when there is no folder to keep it in.
 */
export function stateOfRepository({ snapshot, root }: WithState, folder?: string): StateStore {
  if (folder !== undefined) return openState(folder);
  if (root === null)
    throw new PlumblineError('usage', 'there is no work tree to keep results in', {
      next: 'Name a folder with --state DIR',
    });
  const brought = snapshot.entries.find(({ path }) => path === stateFolder || path.startsWith(`${stateFolder}/`));
  if (brought !== undefined)
    throw new PlumblineError(
      'state-untrusted',
      `the commit brings ${brought.path}: kept results cannot be told from forged ones`,
      {
        path: brought.path,
        next: `Take ${stateFolder}/ out of the repository (git rm -r --cached ${stateFolder}), or name another folder with --state DIR`,
      },
    );
  return openState(join(root, stateFolder));
}
