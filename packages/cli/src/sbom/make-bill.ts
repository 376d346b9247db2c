// SPDX-License-Identifier: Apache-2.0
import { stat } from 'node:fs/promises';
import { checkGitUrl } from '@plumbline/adapters/platform/git/check-git-url';
import { findGitDirectory } from '@plumbline/adapters/platform/git/find-git-directory';
import { PlumblineError } from '@plumbline/core/errors';
import type { Terminal } from '../terminal/terminal.ts';
import { billOfFile } from './bill-of-file.ts';
import { type BillOptions, billOfRepository, type MadeBill } from './bill-of-repository.ts';

export type MakeOptions = BillOptions & { readonly as?: 'source' | 'artifact' };

/**
 * The bill of materials of what the user names: a file is an artifact, or a lockfile for itself; a folder of a git
 * repository and a URL are sources, any other folder is an artifact.
 */
export async function makeBill(target: string, options: MakeOptions, terminal: Terminal): Promise<MadeBill> {
  return (await isArtifact(target, options))
    ? billOfFile(target, options, terminal)
    : billOfRepository(target, options, terminal);
}

async function isArtifact(target: string, { as, worktree }: MakeOptions): Promise<boolean> {
  if (as !== undefined) return as === 'artifact';
  const found = await stat(target).catch(() => null);
  if (found === null) return assertAddress(target);
  if (worktree === true) return false;
  if (!found.isDirectory()) return true;
  return findGitDirectory(target).then(
    () => false,
    (error: unknown) => {
      if (error instanceof PlumblineError && error.code === 'not-a-repository') return true;
      throw error;
    },
  );
}

/** What is not on this machine has to be a URL. */
function assertAddress(target: string): false {
  const source = checkGitUrl(target);
  if (source.kind === 'remote' || source.path !== target) return false;
  throw new PlumblineError('input-unreadable', 'there is no such file or folder', {
    path: target,
    next: 'Name a folder, a file, or a URL that begins with https://, ssh:// or user@host:',
  });
}
