// SPDX-License-Identifier: Apache-2.0
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { buildRepository, type BuiltRepository, type RepositorySpec } from '../../testing/build-repository.ts';
import { gitObjectPath } from '../../testing/write-git-object.ts';
import { type GitRangeChoice, openGitRange } from './open-git-range.ts';

const cleanUp: (() => void)[] = [];
afterEach(() => cleanUp.splice(0).forEach((undo) => undo()));

function build(spec: RepositorySpec): BuiltRepository {
  const repository = buildRepository(spec);
  cleanUp.push(repository.remove);
  return repository;
}

async function opened({ path, commits }: BuiltRepository, choice: GitRangeChoice): Promise<object> {
  const range = await openGitRange(path, choice);
  const nameOf = (id: string): string =>
    Object.entries(commits).find(([name, one]) => one === id && !/^\d+$/u.test(name))?.[0] ?? id;
  try {
    const [listed, tags]: [string[], string[]] = [[], []];
    for await (const { object, firstParent, parents } of range.commits()) {
      const state = object.state === 'read' ? (object.fault ?? object.signature ?? 'unsigned') : object.because;
      listed.push(`${nameOf(object.objectId)} ${firstParent ? 'first-parent' : 'merged'} ${parents} ${state}`);
    }
    for await (const { name, object } of range.tags())
      tags.push(
        `${name} ${object === null ? 'lightweight' : object.state === 'read' ? (object.tagName ?? '') : 'unread'}`,
      );
    return { listed, tags, cutOffAt: range.cutOffAt.map(nameOf) };
  } finally {
    await range.close();
  }
}

const history: RepositorySpec = {
  commits: [
    { name: 'root', date: '2026-01-01T00:00:00Z' },
    { name: 'one', sign: 'ssh' },
    { name: 'side', parents: ['one'], sign: 'openpgp' },
    { name: 'two', parents: ['one'] },
    { name: 'merge', parents: ['two', 'side'] },
  ],
  tags: [
    { name: 'v0', commit: 'root', message: 'v0' },
    { name: 'v1', commit: 'two', message: 'v1', sign: 'openpgp' },
    { name: 'nightly' },
  ],
};

test('the commits of a range, those that a merge brought in, and the tags among them', async () => {
  expect(await opened(build(history), { range: 'v0..main' })).toEqual({
    listed: [
      'merge first-parent 2 unsigned',
      'side merged 1 openpgp',
      'two first-parent 1 unsigned',
      'one first-parent 1 ssh',
    ],
    tags: ['nightly lightweight', 'v1 v1'],
    cutOffAt: [],
  });
});

test('a whole history, a range that ends at the head, an empty one, and one tag', async () => {
  const repository = build(history);
  expect(await opened(repository, { range: 'main' })).toMatchObject({ listed: { length: 5 }, tags: { length: 3 } });
  expect(await opened(repository, { range: 'v1..' })).toMatchObject({ listed: { length: 2 } });
  expect(await opened(repository, { range: 'v1..v1' })).toMatchObject({ listed: [], tags: [] });
  expect(await opened(repository, { tag: 'v1' })).toEqual({ listed: [], tags: ['v1 v1'], cutOffAt: [] });
});

test('what is no range', async () => {
  const repository = build(history);
  for (const range of ['', '..', '..main', 'a...b', 'a..b..c', 'none..main', '--all', 'main..--all'])
    await expect(opened(repository, { range })).rejects.toMatchObject({ code: 'usage' });
});

test('no tag', async () => {
  const repository = build(history);
  for (const tag of ['none', 'refs/tags/v1', 'main', '*', '-d'])
    await expect(opened(repository, { tag })).rejects.toMatchObject({ code: 'usage' });
});

test('what a shallow clone leaves out is said', async () => {
  const repository = build(history);
  writeFileSync(join(repository.gitDirectory, 'shallow'), `${repository.commits['one'] ?? ''}\n`);
  rmSync(gitObjectPath(repository.gitDirectory, repository.commits['root'] ?? ''));
  expect(await opened(repository, { range: 'main' })).toMatchObject({ listed: { length: 4 }, cutOffAt: ['one'] });
});

test('no name of a tag hides it or another', async () => {
  const repository = build({ commits: [{ name: 'root' }] });
  const id = repository.commits['root'] ?? '';
  const names = ['v\u2028', 'v\xfe', 'v\xff'].map((name, at) => Buffer.from(name, at === 0 ? 'utf8' : 'latin1'));
  const lines = names.map((name) => Buffer.concat([Buffer.from(`${id} refs/tags/`), name, Buffer.from('\n')]));
  writeFileSync(join(repository.gitDirectory, 'packed-refs'), Buffer.concat(lines));
  expect(await opened(repository, { range: 'main' })).toMatchObject({
    tags: ['v\u2028 lightweight', 'v\ufffd lightweight', 'v\ufffd lightweight'],
  });
});

test('a tag whose object is gone hides no other', async () => {
  const repository = build(history);
  mkdirSync(join(repository.gitDirectory, 'refs', 'tags'), { recursive: true });
  writeFileSync(join(repository.gitDirectory, 'refs', 'tags', 'a'), `${'1'.repeat(40)}\n`);
  await expect(opened(repository, { range: 'main' })).rejects.toMatchObject({ code: 'repository-unreadable' });
});

test('an object whose bytes are those of another has a fault', async () => {
  const repository = build(history);
  const at = (name: string): string => gitObjectPath(repository.gitDirectory, repository.commits[name] ?? '');
  copyFileSync(at('one'), at('side'));
  const result = await opened(repository, { range: 'main' }).catch((error: unknown) => error);
  // git itself notices in some versions, and then nothing of the repository is read.
  expect(JSON.stringify(result)).toMatch(/not the hash of what it holds|repository-unreadable|corrupted/u);
});
