// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A clone of the repository that has the commit: below `folder` when one is there (`owner--name`, `owner+name`, or a git
 * directory inside such a folder), else cloned into `.plumbline/eval`.
 */
export function findClone(repository: string, commit: string, folder: string | undefined): string {
  const [owner = '', name = ''] = new URL(repository).pathname.slice(1).split('/');
  const candidates = [folder, '.plumbline/eval'].flatMap((parent) =>
    parent === undefined ? [] : clonesIn(parent, owner, name),
  );
  const known = candidates.find((path) => hasCommit(path, commit));
  if (known !== undefined) return known;
  const target = join('.plumbline/eval', `${owner}--${name}`);
  console.error(`cloning ${repository}`);
  execFileSync('git', ['clone', '--quiet', '--bare', '--', repository, target], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return target;
}

function clonesIn(parent: string, owner: string, name: string): readonly string[] {
  const folders = [`${owner}--${name}`, `${owner}+${name}`]
    .map((folder) => join(parent, folder))
    .filter((path) => existsSync(path));
  return folders.flatMap((path) => [path, ...readdirSync(path).map((entry) => join(path, entry))]);
}

function hasCommit(path: string, commit: string): boolean {
  try {
    execFileSync('git', ['-c', 'safe.directory=*', '-C', path, 'cat-file', '-e', `${commit}^{commit}`], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false; // not a git directory, or not the commit
  }
}
