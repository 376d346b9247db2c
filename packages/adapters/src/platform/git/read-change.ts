// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { readGit, runGit } from './run-git.ts';
import { treePath } from './tree-path.ts';

/** What lies between two commits. Paths that are not UTF-8 are shown, not left out. */
export type Change = {
  readonly paths: readonly string[];
  /** Addresses of the authors, sorted and without repeats. */
  readonly authors: readonly string[];
  readonly commits: number;
};

/** Histories that cross each other have several points at which they parted. */
const basesMax = 16;

/** From where the two parted (or `base`, where that is not known) to `head`, both full ids. */
export async function readChange(
  gitDirectory: string,
  { base, head }: { readonly base: string; readonly head: string },
  signal?: CancelSignal,
): Promise<Change> {
  const parted = await mergeBases(gitDirectory, { base, head }, signal);
  const from = parted.length === 0 || parted.length > basesMax ? [base] : parted;
  const [authors, ...names] = await Promise.all([
    readGit(gitDirectory, ['log', '-z', '--format=%ae', head, ...from.map((id) => `^${id}`), '--'], {
      signal,
      stdoutBytesMax: 64 * 1024 * 1024,
    }),
    ...from.map((id) => changedNames(gitDirectory, { from: id, head }, signal)),
  ]);
  const each = split(authors, 'utf8');
  return {
    // A file is left alone only if it is as it was wherever the two parted.
    paths: [...new Set(names.flat())].sort(),
    authors: [...new Set(each)].sort(),
    commits: each.length,
  };
}

async function changedNames(
  gitDirectory: string,
  { from, head }: { readonly from: string; readonly head: string },
  signal: CancelSignal | undefined,
): Promise<readonly string[]> {
  const args = ['diff', '--no-ext-diff', '--no-textconv', '--no-renames', '--name-only', '-z', from, head, '--'];
  const names = await readGit(gitDirectory, args, { signal, stdoutBytesMax: 256 * 1024 * 1024 });
  return split(names, 'latin1').map(shownPath);
}

/** Where two commits parted; none when they have no common history, as in a shallow clone. */
export async function mergeBases(
  gitDirectory: string,
  { base, head }: { readonly base: string; readonly head: string },
  signal?: CancelSignal,
): Promise<readonly string[]> {
  const result = await runGit(gitDirectory, ['merge-base', '--all', base, head], { signal });
  if (result.code !== 0) return [];
  return result.stdout
    .toString()
    .split('\n')
    .filter((id) => id !== '');
}

const split = (bytes: Buffer, encoding: 'latin1' | 'utf8'): readonly string[] =>
  bytes
    .toString(encoding)
    .split('\0')
    .filter((part) => part !== '');

function shownPath(bytes: string): string {
  const path = treePath(bytes);
  return path.state === 'fit' ? path.path : path.shown;
}
