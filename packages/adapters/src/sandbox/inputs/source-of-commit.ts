// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { checkOutAsStored } from '../../platform/git/check-out-as-stored.ts';
import type { OpenRepository } from '../../platform/git/open-repository.ts';
import { readGit } from '../../platform/git/run-git.ts';
import type { BuildSource, WriteWish } from './build-source.ts';

/** The files of a commit as git stores them. Throws `usage` where the files are not those of a commit. */
export async function sourceOfCommit(repository: OpenRepository, signal: CancelSignal): Promise<BuildSource> {
  const { snapshot, gitDirectory, root } = repository;
  if (gitDirectory === null || snapshot.dirty === true)
    throw new PlumblineError('usage', 'a build needs a commit: nothing else can be named as what was built');
  const { uri, commit } = snapshot;
  const tree = await readGit(gitDirectory, ['rev-parse', '--verify', `${commit}^{tree}`], { signal });
  return {
    material: {
      name: 'source',
      uri: sourceUri(uri),
      digest: { gitCommit: commit, gitTree: tree.toString().trim() },
    },
    sourceDateEpoch: Math.floor(Date.parse(snapshot.committedAt) / 1000),
    paths: snapshot.entries.map(({ path }) => path),
    untrustedFolders: root === null ? [] : [root],
    readText: (path) => textOf(repository, path),
    write: (wish) => write(repository, wish),
  };
}

async function textOf({ snapshot }: OpenRepository, wanted: string): Promise<string | null> {
  if (!snapshot.entries.some(({ path }) => path === wanted)) return null;
  let found = '';
  await snapshot.read([wanted], (path, content) => {
    if (content.state === 'unread') throw new PlumblineError('input-unreadable', content.because, { path });
    found = content.text;
  });
  return found;
}

async function write(repository: OpenRepository, { folder, isIn, reversed, signal }: WriteWish): Promise<void> {
  const { entries } = repository.snapshot;
  const snapshot = { ...repository.snapshot, entries: reversed ? entries.toReversed() : entries };
  const { missing, missingCount } = await checkOutAsStored(
    { ...repository, snapshot },
    { folder, leaveOut: (path) => !isIn(path), signal },
  );
  const [first] = missing;
  if (first !== undefined)
    throw new PlumblineError(
      'repository-unreadable',
      `${missingCount} of the commit's files cannot be checked out; the first: ${first.because}`,
      { path: first.path, next: 'Name what the build needs with --input' },
    );
}

/** SPDX download locations; a repository that is only a folder here has no address for others. */
function sourceUri(uri: string): string | null {
  if (/^[a-z][a-z+.-]*:\/\//u.test(uri)) return `git+${uri}`;
  const scp = /^(?<user>[^@/]+@)?(?<host>[^:/]+):(?<path>.+)$/u.exec(uri)?.groups;
  return scp === undefined ? null : `git+ssh://${scp['user'] ?? ''}${scp['host']}/${scp['path']}`;
}
