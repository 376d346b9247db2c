// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unreadableFolders } from './list-work-tree.ts';
import { contents, git, text, useRepositories } from '../../testing/use-repositories.ts';

const { build, folder, open } = useRepositories();
const simple = { commits: [{ files: { 'README.md': 'One' } }] };

describe('openRepository with worktree', () => {
  it('reads tracked and new files as they are now, and no ignored ones', async () => {
    const { path, commits } = build({ commits: [{ files: { '.gitignore': 'out/\n', a: 'A', b: 'B', c: 'C' } }] });
    git(path, 'reset', '--quiet');
    writeFileSync(join(path, 'a'), 'changed');
    rmSync(join(path, 'b'));
    mkdirSync(join(path, 'out'));
    writeFileSync(join(path, 'out', 'ignored'), '');
    mkdirSync(join(path, 'new'));
    writeFileSync(join(path, 'new', 'file'), 'New');
    const opened = await open(path, { worktree: true });
    expect(opened.snapshot).toMatchObject({ commit: commits['0'], dirty: true });
    expect(await contents(opened)).toEqual({
      '.gitignore': text('out/\n'),
      a: text('changed'),
      c: text('C'),
      'new/file': text('New'),
    });
  });

  it('follows no link and waits for no pipe', async () => {
    const outside = folder();
    writeFileSync(join(outside, 'secret'), 'secret');
    const { path } = build({ commits: [{ files: { 'folder/secret': 'mine', tracked: 'T' } }] });
    git(path, 'reset', '--quiet');
    renameSync(join(path, 'folder'), join(path, 'moved'));
    symlinkSync(outside, join(path, 'folder'));
    symlinkSync(join(outside, 'secret'), join(path, 'leaving'));
    symlinkSync('.', join(path, 'loop'));
    rmSync(join(path, 'tracked'));
    execFileSync('mkfifo', [join(path, 'tracked')]);
    const opened = await open(path, { worktree: true });
    const read = await contents(opened);
    expect(JSON.stringify(read)).not.toContain('"text":"secret"');
    expect(read).toMatchObject({
      leaving: { because: 'a link that leaves the repository' },
      'moved/secret': text('mine'),
    });
    expect(opened.snapshot.skipped).toEqual([
      { path: 'folder/secret', because: 'it lies behind a link' },
      { path: 'tracked', because: 'a pipe, socket or device' },
    ]);
  });

  it('opens a plain folder, where git has nothing to say', async () => {
    const path = folder();
    writeFileSync(join(path, 'a'), 'A');
    writeFileSync(join(path, '.gitignore'), 'b\n');
    writeFileSync(join(path, 'b'), 'B');
    const opened = await open(path, { worktree: true });
    expect(opened).toMatchObject({ gitDirectory: null, snapshot: { commit: '', uri: basename(path) } });
    expect(await contents(opened)).toEqual({ '.gitignore': text('b\n'), a: text('A') });
  });

  it('refuses the past, and repositories without files', async () => {
    const asOf = '2026-01-31T23:59:59Z';
    await expect(open(build(simple).path, { worktree: true, asOf })).rejects.toMatchObject({ code: 'usage' });
    await expect(open(build({ ...simple, bare: true }).path, { worktree: true })).rejects.toMatchObject({
      code: 'usage',
    });
  });
});

it('knows the folders that git could not list from what it warned of', () => {
  const stderr =
    "warning: could not open directory '.github/workflows/': Permission denied\nwarning: could not open directory 'ü/it's/': Permission denied\nwarning: something else\n";
  expect(unreadableFolders(stderr).map(({ path, folder }) => [path, folder])).toEqual([
    ['.github/workflows', true],
    ["ü/it's", true],
  ]);
});
