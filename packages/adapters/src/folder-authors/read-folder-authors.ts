// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { FolderAuthor } from '@plumbline/core/roadmap/patch';
import { readGit } from '../platform/git/run-git.ts';
import { ownerOf } from './owner-of.ts';

const commitsMax = 2000;
const windowDays = 365;

/**
 * Who changed what in the year before a commit: commits of each author below each top folder ('' for files in the
 * root), from at most 2,000 commits without merges. Bots are left out.
 */
export async function readFolderAuthors(
  gitDirectory: string,
  commit: string,
  committedAt: string,
  signal: CancelSignal,
): Promise<readonly FolderAuthor[]> {
  const since = new Date(Date.parse(committedAt) - windowDays * 86_400_000).toISOString();
  const args = [
    'log',
    '--no-merges',
    '--no-renames',
    `--max-count=${commitsMax}`,
    `--since=${since}`,
    '--format=%x01%ae',
    '--name-only',
    commit,
    '--',
  ];
  const text = (await readGit(gitDirectory, args, { signal, stdoutBytesMax: 64 * 1024 * 1024 })).toString('utf8');
  return countByFolder(text);
}

/** `text`: for each commit a line of \u0001 and the author's address, then the changed paths, one a line. */
export function countByFolder(text: string): readonly FolderAuthor[] {
  const counts = new Map<string, Map<string, number>>();
  for (const record of text.split('\u0001').slice(1)) {
    const [address = '', ...lines] = record.split('\n');
    const owner = ownerOf(address.trim());
    if (owner === null) continue;
    // A name that git had to quote is left out: its folder is seldom the only one of a commit.
    const folders = new Set(
      lines
        .filter((line) => line !== '' && !line.startsWith('"'))
        .map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')),
    );
    for (const folder of folders) {
      const owners = counts.get(folder) ?? new Map<string, number>();
      owners.set(owner, (owners.get(owner) ?? 0) + 1);
      counts.set(folder, owners);
    }
  }
  return [...counts].flatMap(([folder, owners]) => [...owners].map(([owner, commits]) => ({ folder, owner, commits })));
}
