// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { useRepositories } from '../../testing/use-repositories.ts';
import { baseOfChange } from './base-of-change.ts';
import { firstParents } from './first-parents.ts';
import type { OpenRepository } from './open-repository.ts';
import { readChange } from './read-change.ts';
import { resolveRevision } from './resolve-revision.ts';

const { build, open } = useRepositories();

/** `main` went on after the branch was made; HEAD is the branch. */
async function aBranch(): Promise<{ readonly opened: OpenRepository; readonly gitDirectory: string }> {
  const repository = build({
    branch: 'topic',
    commits: [
      { name: 'root', files: { 'a.txt': 'a', 'gone.txt': 'x' } },
      { name: 'ahead', files: { 'main.txt': 'm' } },
      { name: 'first', files: { 'b.txt': 'b', 'gone.txt': null }, parents: ['root'], author: 'B <b@lantern.example>' },
      { name: 'second', files: { 'dir/ü\u001b[1m.txt': 'c' }, author: 'A <a@lantern.example>' },
    ],
    refs: { 'refs/remotes/origin/main': 'ahead' },
  });
  const opened = await open(repository.path);
  if (opened.gitDirectory === null) throw new Error('no git directory');
  return { opened, gitDirectory: opened.gitDirectory };
}

test('a change goes from where it parted: what the base did since is not its own', async () => {
  const { opened, gitDirectory } = await aBranch();
  const base = await resolveRevision(gitDirectory, 'origin/main');
  const head = opened.snapshot.commit;
  const change = await readChange(gitDirectory, { base, head });
  expect(change).toEqual({
    paths: ['b.txt', 'dir/ü\uFFFD[1m.txt', 'gone.txt'],
    authors: ['a@lantern.example', 'b@lantern.example'],
    commits: 2,
  });
});

test('the base: the default branch for a branch, the commit before for the default branch, none for a root', async () => {
  const { opened, gitDirectory } = await aBranch();
  const main = await resolveRevision(gitDirectory, 'origin/main');
  const { commit } = opened.snapshot;
  expect(await baseOfChange(gitDirectory, { commit, defaultBranch: 'main' })).toBe(main);
  expect(await baseOfChange(gitDirectory, { commit, defaultBranch: null })).toBe(
    await resolveRevision(gitDirectory, 'HEAD~1'),
  );
  const root = await resolveRevision(gitDirectory, 'HEAD~2');
  expect(await baseOfChange(gitDirectory, { commit: root, defaultBranch: null })).toBeNull();
  expect((await firstParents(gitDirectory, { head: commit, count: 10 })).map(({ parent }) => parent !== null)).toEqual([
    true,
    true,
    false,
  ]);
});

test.each(['nope', '--all', '', 'a\nb', 'HEAD:a.txt', 'x'.repeat(600)])('%j is no revision', async (revision) => {
  const { gitDirectory } = await aBranch();
  await expect(resolveRevision(gitDirectory, revision)).rejects.toMatchObject({ code: 'usage' });
});
