// SPDX-License-Identifier: Apache-2.0
import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
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
export function stateOfRepository({ snapshot, root }: WithState, named?: string): StateStore {
  if (root === null) {
    if (named !== undefined) return openState(named);
    throw new PlumblineError('usage', 'there is no work tree to keep results in', {
      next: 'Name a folder with --state DIR',
    });
  }
  const folder = named === undefined ? join(root, stateFolder) : resolve(named);
  const brought = broughtBy(snapshot, [
    ...pathsInside(root, folder),
    ...pathsInside(realOf(root), folder),
    ...pathsInside(realOf(root), realOf(folder)),
  ]);
  if (brought !== undefined)
    throw new PlumblineError(
      'state-untrusted',
      `the commit brings ${brought}: kept results cannot be told from forged ones`,
      {
        path: brought,
        next: 'Take it out of the repository (git rm -r --cached), or name another folder with --state DIR',
      },
    );
  return openState(folder);
}

/** The folder as a path of the tree; none for one outside. */
function pathsInside(root: string, folder: string): readonly string[] {
  const path = relative(root, folder);
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? [] : [path.split(sep).join('/')];
}

/** The path without links, as far as it is there. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realOf(dirname(path)), basename(path));
  }
}

/** What of the commit is the folder, lies in it, or is a link on the way to it. */
function broughtBy({ entries }: RepositorySnapshot, folders: readonly string[]): string | undefined {
  const wanted = [...new Set(folders.map(folded))];
  if (wanted.length === 0) return undefined;
  return entries.find(({ path, type }) => {
    const own = folded(path);
    return wanted.some(
      (one) => one === '' || own === one || own.startsWith(`${one}/`) || (type === 'link' && one.startsWith(`${own}/`)),
    );
  })?.path;
}

/** Some file systems take names for the same that differ in case or in characters that do not show. */
const folded = (path: string): string =>
  path
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .toLowerCase();
