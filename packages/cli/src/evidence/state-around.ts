// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findGitDirectory } from '@plumbline/adapters/platform/git/find-git-directory';
import { openState, stateFolder } from '@plumbline/adapters/state/open-state';
import { PlumblineError } from '@plumbline/core/errors';
import type { StateStore } from '@plumbline/core/state/state-store';

/** `named`: the folder of a state. `project`: a folder in the project that is asked without one, if not the current folder. */
export type EvidencePlace = { readonly named: string | undefined; readonly project?: string };

/**
 * Where a command that also works outside of any project keeps what it showed: in the state that is named, else in that of the
 * project; null when it has none yet. Throws `state-untrusted`.
 */
export async function stateAround(
  { named, project = '.' }: EvidencePlace,
  signal: AbortSignal,
): Promise<StateStore | null> {
  if (named !== undefined) return openState(named);
  const found = await findGitDirectory(project).catch((error: unknown) => {
    if (error instanceof PlumblineError) return null;
    throw error;
  });
  const root = found?.workTree ?? null;
  if (root === null || !existsSync(join(root, stateFolder))) return null;
  // Only projects with a state need what reads repositories: it takes longer to load than a signature to verify.
  const { openRepository } = await import('@plumbline/adapters/platform/git/open-repository');
  const { stateOfRepository } = await import('@plumbline/adapters/state/state-of-repository');
  const repository = await openRepository(root, { signal });
  try {
    return stateOfRepository(repository);
  } finally {
    await repository.close();
  }
}
