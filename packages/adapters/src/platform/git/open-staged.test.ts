// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { contents, git, text, useRepositories } from '../../testing/use-repositories.ts';
import { checkOutFiles } from './check-out-files.ts';

const { build, folder, open } = useRepositories();
afterEach(() => void vi.unstubAllEnvs());

it('reads what is staged and differs from the head, whatever the work tree says', async () => {
  const { path, commits } = build({ commits: [{ files: { same: 'S', changed: 'C', removed: 'R' } }] });
  git(path, 'reset', '--quiet');
  writeFileSync(join(path, 'changed'), 'staged');
  writeFileSync(join(path, 'added'), 'A');
  git(path, 'add', 'changed', 'added');
  git(path, 'rm', '--quiet', 'removed');
  writeFileSync(join(path, 'changed'), 'not staged');
  rmSync(join(path, 'added'));
  writeFileSync(join(path, 'untracked'), 'U');
  const opened = await open(path, { staged: true });
  expect(opened.snapshot).toMatchObject({ commit: commits['0'], dirty: true, skipped: [] });
  expect(await contents(opened)).toEqual({ added: text('A'), changed: text('staged') });
});

it('hands the staged files to tools that read a folder', async () => {
  const { path } = build({ commits: [{ files: { a: 'A' } }] });
  git(path, 'reset', '--quiet');
  writeFileSync(join(path, 'a'), 'staged');
  git(path, 'add', 'a');
  writeFileSync(join(path, 'a'), 'not staged');
  const to = folder();
  const opened = await open(path, { staged: true });
  await checkOutFiles(opened, { folder: to, leaveOut: () => false, signal: new AbortController().signal });
  expect(readFileSync(join(to, 'a'), 'utf8')).toBe('staged');
});

it('reads the whole index before the first commit, and what an index knows but links and modes', async () => {
  const path = folder();
  git(path, 'init', '--quiet', '-b', 'main');
  writeFileSync(join(path, 'run'), '#!/bin/sh\n', { mode: 0o755 });
  git(path, 'add', 'run');
  const opened = await open(path, { staged: true });
  expect(opened.snapshot).toMatchObject({ commit: '', entries: [{ path: 'run', type: 'executable' }] });
  expect(await contents(opened)).toEqual({ run: text('#!/bin/sh\n') });
});

it('reads the index that git hands to a hook, and no file from elsewhere', async () => {
  const { path, gitDirectory } = build({ commits: [{ files: { a: 'A' } }] });
  git(path, 'reset', '--quiet');
  writeFileSync(join(path, 'a'), 'committed by name');
  writeFileSync(join(path, '.git', 'keep'), readFileSync(join(gitDirectory, 'index')));
  git(path, 'add', 'a');
  writeFileSync(join(path, '.git', 'next-index-1.lock'), readFileSync(join(gitDirectory, 'index')));
  writeFileSync(join(gitDirectory, 'index'), readFileSync(join(gitDirectory, 'keep')));
  vi.stubEnv('GIT_INDEX_FILE', '.git/next-index-1.lock');
  expect(await contents(await open(path, { staged: true }))).toEqual({ a: text('committed by name') });
  const outside = folder();
  mkdirSync(outside, { recursive: true });
  writeFileSync(join(outside, 'index'), readFileSync(join(gitDirectory, 'next-index-1.lock')));
  vi.stubEnv('GIT_INDEX_FILE', join(outside, 'index'));
  expect(await contents(await open(path, { staged: true }))).toEqual({});
});

it('names a file that a merge left in conflict', async () => {
  const { path } = build({ commits: [{ files: { a: 'A' } }] });
  git(path, 'reset', '--quiet');
  git(path, 'checkout', '--quiet', '-b', 'other');
  writeFileSync(join(path, 'a'), 'B');
  git(path, 'commit', '--quiet', '-am', 'B');
  git(path, 'checkout', '--quiet', 'main');
  writeFileSync(join(path, 'a'), 'C');
  git(path, 'commit', '--quiet', '-am', 'C');
  expect(() => git(path, 'merge', 'other')).toThrow(/CONFLICT|failed/i);
  const { snapshot } = await open(path, { staged: true });
  expect(snapshot.skipped).toEqual([{ path: 'a', because: 'a merge left it in conflict' }]);
});

it('has no staged files in a bare repository or behind a URL', async () => {
  const { path } = build({ bare: true, commits: [{ files: { a: 'A' } }] });
  await expect(open(path, { staged: true })).rejects.toMatchObject({ code: 'usage' });
  await expect(open('https://example.com/r.git', { staged: true })).rejects.toMatchObject({ code: 'usage' });
});
