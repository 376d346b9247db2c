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

/** From `base` (or where the two parted) to `head`, both full ids. */
export async function readChange(
  gitDirectory: string,
  { base, head }: { readonly base: string; readonly head: string },
  signal?: CancelSignal,
): Promise<Change> {
  const from = (await mergeBase(gitDirectory, { base, head }, signal)) ?? base;
  const range = `${from}..${head}`;
  const [names, authors] = await Promise.all([
    readGit(
      gitDirectory,
      ['diff', '--no-ext-diff', '--no-textconv', '--no-renames', '--name-only', '-z', from, head, '--'],
      {
        signal,
        stdoutBytesMax: 256 * 1024 * 1024,
      },
    ),
    readGit(gitDirectory, ['log', '-z', '--format=%ae', range, '--'], { signal, stdoutBytesMax: 64 * 1024 * 1024 }),
  ]);
  const each = split(authors, 'utf8');
  return {
    paths: split(names, 'latin1').map(shownPath),
    authors: [...new Set(each)].sort(),
    commits: each.length,
  };
}

/** Where two commits parted; null when they have no common history, as in a shallow clone. */
export async function mergeBase(
  gitDirectory: string,
  { base, head }: { readonly base: string; readonly head: string },
  signal?: CancelSignal,
): Promise<string | null> {
  const result = await runGit(gitDirectory, ['merge-base', base, head], { signal });
  const id = result.stdout.toString().trim().split('\n', 1)[0] ?? '';
  return result.code === 0 && id !== '' ? id : null;
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
