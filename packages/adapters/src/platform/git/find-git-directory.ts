// SPDX-License-Identifier: Apache-2.0
import { lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import { readRegularFile } from '../files/read-regular-file.ts';

/** Where git keeps what belongs to a folder. */
export type GitDirectory = {
  /** Holds HEAD (and the index) of this work tree. */
  readonly own: string;
  /** Holds objects, refs and configuration; differs from `own` in a linked worktree. */
  readonly common: string;
  /** Root of the work tree; null for a bare repository. */
  readonly workTree: string | null;
};

const linkBytesMax = 16_384;

/**
 * Finds the git directory of a folder or of one above it. Git itself is not asked, since it would read the
 * configuration of whatever it finds. Throws `not-a-repository` and `repository-unreadable`.
 */
export async function findGitDirectory(path: string): Promise<GitDirectory> {
  const start = await existingFolder(path);
  for (let folder = start; ; folder = dirname(folder)) {
    const found = (await gitDirectoryIn(folder)) ?? (await bareDirectory(folder));
    if (found !== null) return found;
    if (dirname(folder) === folder) break;
  }
  throw new PlumblineError('not-a-repository', `${path} is not in a git repository`, {
    path,
    next: 'Name a folder of a clone, run git init and commit, or assess plain files with --worktree',
  });
}

async function existingFolder(path: string): Promise<string> {
  const real = await realpath(path).catch(() => null);
  const state = real === null ? null : await stat(real).catch(() => null);
  if (real !== null && state?.isDirectory() === true) return real;
  const what = state === null ? 'does not exist or cannot be entered' : 'is not a folder';
  throw new PlumblineError('not-a-repository', `${path} ${what}`, { path, next: 'Name a folder of a clone' });
}

async function gitDirectoryIn(folder: string): Promise<GitDirectory | null> {
  const path = join(folder, '.git');
  const kind = await kindOf(path);
  if (kind === 'directory') return withCommon(path, folder);
  if (kind === 'file') return linkedDirectory(path, folder);
  return null;
}

async function bareDirectory(folder: string): Promise<GitDirectory | null> {
  if (basename(folder) === '.git') return null; // its parent is looked at next, and has the work tree
  return withCommon(folder, null);
}

/** Null when the folder does not have the shape of a git directory. */
async function withCommon(own: string, workTree: string | null): Promise<GitDirectory | null> {
  if ((await kindOf(join(own, 'HEAD'))) === 'missing') return null;
  const pointer = await readRegularFile(join(own, 'commondir'), { bytesMax: linkBytesMax });
  const common = pointer.state === 'read' ? resolve(own, pointer.bytes.toString().trimEnd()) : own;
  const shaped = await Promise.all(['objects', 'refs'].map((name) => kindOf(join(common, name))));
  return shaped.every((kind) => kind === 'directory') ? { own, common, workTree } : null;
}

/**
 * A `.git` file names another folder. It is followed when that folder answers to this one: a linked worktree points
 * back, a submodule lies in the repository around it. Anything else could make us publish the state of a repository
 * that nobody asked about.
 */
async function linkedDirectory(path: string, folder: string): Promise<GitDirectory | null> {
  const link = await readRegularFile(path, { bytesMax: linkBytesMax });
  if (link.state !== 'read') throw unreadable(path);
  const target = /^gitdir: (?<target>[^\n\0]+)\n?$/u.exec(link.bytes.toString())?.groups?.['target'];
  if (target === undefined) throw unreadable(path);
  const own = await realpath(resolve(folder, target)).catch(() => null);
  const found = own === null ? null : await withCommon(own, folder);
  if (found === null) {
    throw new PlumblineError('not-a-repository', `${path} points to a git directory that is not there`, {
      path,
      next: 'Run git worktree repair, or assess a complete clone',
    });
  }
  if ((await pointsBack(found.own, path)) || isModuleOf(found.own, folder)) return found;
  throw new PlumblineError('not-a-repository', `${path} points to a git directory that does not point back to it`, {
    path,
    next: 'If you trust it, name that git directory itself',
  });
}

async function pointsBack(own: string, path: string): Promise<boolean> {
  const back = await readRegularFile(join(own, 'gitdir'), { bytesMax: linkBytesMax });
  if (back.state !== 'read') return false;
  const target = await realpath(resolve(own, back.bytes.toString().trimEnd())).catch(() => null);
  return target !== null && target === (await realpath(path));
}

/** Whether a git directory is `.git/modules/…` of a folder above, as submodules have it. */
function isModuleOf(own: string, folder: string): boolean {
  for (let above = dirname(folder); dirname(above) !== above; above = dirname(above)) {
    if (own.startsWith(join(above, '.git', 'modules') + '/')) return true;
  }
  return false;
}

async function kindOf(path: string): Promise<'directory' | 'file' | 'missing'> {
  try {
    const state = await stat(path);
    return state.isDirectory() ? 'directory' : 'file';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // A broken link is still something that is there: HEAD may be a link to a branch without commits.
    if (code === 'ENOENT') return (await lstat(path).catch(() => null)) === null ? 'missing' : 'file';
    if (code === 'ENOTDIR') return 'missing';
    throw unreadable(path);
  }
}

function unreadable(path: string): PlumblineError {
  return new PlumblineError('repository-unreadable', `${path} cannot be read`, {
    path,
    next: 'Check its permissions, or assess a fresh clone',
  });
}
