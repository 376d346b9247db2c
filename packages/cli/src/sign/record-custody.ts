// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findGitDirectory } from '@plumbline/adapters/platform/git/find-git-directory';
import { openRepository } from '@plumbline/adapters/platform/git/open-repository';
import { openState, stateFolder } from '@plumbline/adapters/state/open-state';
import { stateOfRepository } from '@plumbline/adapters/state/state-of-repository';
import { PlumblineError } from '@plumbline/core/errors';
import type { Signer } from '@plumbline/core/signing/signer';
import type { CustodyEntry } from '@plumbline/core/state/custody-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import type { Terminal } from '../terminal/terminal.ts';

/**
 * Remembers which key signed and where it is kept: in the state that is named, else in that of the project around the current
 * folder when it has one. Gives back where, or null. Files of no project are signed all the same: only a named state throws.
 */
export async function recordCustody(
  { keyId, algorithm, custody }: Signer,
  named: string | undefined,
  terminal: Terminal,
): Promise<string | null> {
  const signedAt = `${new Date().toISOString().slice(0, 19)}Z`;
  const entry: CustodyEntry = { schema: 1, signedAt, keyId, algorithm, custody };
  try {
    const state = named === undefined ? await stateAround(terminal) : openState(named);
    await state?.add('custody', entry);
    return state?.location ?? null;
  } catch (error) {
    if (named !== undefined || !(error instanceof PlumblineError)) throw error;
    terminal.message(`plumbline: where the key is kept was not recorded: ${error.message}`);
    return null;
  }
}

/** The state of the project in which the command runs; null when it has none yet. */
async function stateAround({ signal }: Terminal): Promise<StateStore | null> {
  const found = await findGitDirectory('.').catch((error: unknown) => {
    if (error instanceof PlumblineError) return null;
    throw error;
  });
  const root = found?.workTree ?? null;
  if (root === null || !existsSync(join(root, stateFolder))) return null;
  const repository = await openRepository(root, { signal });
  try {
    return stateOfRepository(repository);
  } finally {
    await repository.close();
  }
}
