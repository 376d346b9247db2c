// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { RepositorySpec } from '../../testing/build-repository.ts';
import { contents, git, text, useRepositories } from '../../testing/use-repositories.ts';
import { gitObjectPath, writeGitObject, writeGitTree } from '../../testing/write-git-object.ts';

const { build, folder, open } = useRepositories();
const simple: RepositorySpec = {
  commits: [
    { files: { 'README.md': 'One' }, date: '2026-01-01T12:00:00Z' },
    { files: { 'README.md': 'Two', 'src/main.c': 'int main;' }, date: '2026-02-01T12:00:00Z' },
  ],
};

describe('openRepository', () => {
  it('opens an ordinary repository at its head', async () => {
    const { path, commits } = build(simple);
    const opened = await open(path);
    expect(opened.snapshot).toMatchObject({
      uri: basename(path),
      commit: commits['1'],
      committedAt: '2026-02-01T12:00:00Z',
      defaultBranch: 'main',
      skipped: [],
    });
    expect(opened.snapshot.entries.map(({ path: file, size }) => [file, size])).toEqual([
      ['README.md', 3],
      ['src/main.c', 9],
    ]);
    expect(await contents(opened)).toEqual({ 'README.md': text('Two'), 'src/main.c': text('int main;') });
    expect(opened.shallow).toBe(false);
  });

  it('opens the last commit of the first-parent line at or before a day', async () => {
    const { path, commits } = build(simple);
    expect((await open(path, { asOf: '2026-01-31T23:59:59Z' })).snapshot.commit).toBe(commits['0']);
    expect((await open(path, { asOf: '2026-02-01T12:00:00Z' })).snapshot.commit).toBe(commits['1']);
    await expect(open(path, { asOf: '2025-01-01T00:00:00Z' })).rejects.toMatchObject({ code: 'no-commits' });
  });

  it('opens bare and detached repositories, subfolders and file: URLs', async () => {
    const bare = build({ ...simple, bare: true, branch: 'trunk' });
    expect((await open(bare.path)).snapshot.defaultBranch).toBe('trunk');
    const ordinary = build(simple);
    expect((await open(join(ordinary.path, 'src'))).snapshot.entries).toHaveLength(2);
    expect((await open(ordinary.gitDirectory)).snapshot.entries).toHaveLength(2);
    expect((await open(pathToFileURL(ordinary.path).href)).snapshot.entries).toHaveLength(2);
    writeFileSync(join(ordinary.gitDirectory, 'HEAD'), `${ordinary.commits['0'] ?? ''}\n`);
    const detached = await open(ordinary.path);
    expect(detached.snapshot).toMatchObject({ commit: ordinary.commits['0'], defaultBranch: null });
  });

  it('takes the default branch from the remote and its URL without credentials', async () => {
    const config = '[remote "origin"]\n\turl = https://user:secret@example.com/x.git?token=secret\n';
    const { path, gitDirectory } = build({ ...simple, branch: 'work', config });
    mkdirSync(join(gitDirectory, 'refs/remotes/origin'), { recursive: true });
    writeFileSync(join(gitDirectory, 'refs/remotes/origin/HEAD'), 'ref: refs/remotes/origin/main\n');
    const { snapshot } = await open(path);
    expect(snapshot).toMatchObject({ uri: 'https://example.com/x.git', defaultBranch: 'main' });
  });

  it('opens packed, sha256 and shallow repositories, and one that borrows objects', async () => {
    const { path, commits } = build({ ...simple, tags: [{ name: 'v1.0.0' }] });
    git(path, 'gc', '--quiet');
    expect(await contents(await open(path))).toMatchObject({ 'README.md': text('Two') });
    const clones = folder();
    git(clones, 'clone', '--quiet', '--depth=1', `file://${path}`, 'shallow');
    const shallow = await open(join(clones, 'shallow'));
    expect(shallow).toMatchObject({ shallow: true, snapshot: { commit: commits['1'] } });
    git(clones, 'clone', '--quiet', '--shared', path, 'borrowing');
    expect(await contents(await open(join(clones, 'borrowing')))).toMatchObject({ 'README.md': text('Two') });
    git(clones, 'init', '--quiet', '--object-format=sha256', 'long');
    writeFileSync(join(clones, 'long', 'a.txt'), 'A');
    git(join(clones, 'long'), 'add', 'a.txt');
    git(join(clones, 'long'), 'commit', '--quiet', '-m', 'A');
    const long = await open(join(clones, 'long'));
    expect(long.snapshot.commit).toMatch(/^[0-9a-f]{64}$/u);
    expect(await contents(long)).toEqual({ 'a.txt': text('A') });
  });

  it('opens linked worktrees and submodules', async () => {
    const { path, commits } = build(simple);
    const linked = join(folder(), 'linked');
    git(path, 'worktree', 'add', '--quiet', '--detach', linked, commits['0'] ?? '');
    expect((await open(linked)).snapshot.commit).toBe(commits['0']);
    const outer = build({ commits: [{ files: { a: 'A' } }] });
    git(outer.path, 'submodule', '--quiet', 'add', path, 'inner');
    git(outer.path, 'commit', '--quiet', '-m', 'Add a submodule');
    expect((await open(join(outer.path, 'inner'))).snapshot.commit).toBe(commits['1']);
    const opened = await open(outer.path);
    expect(opened.snapshot.entries.find((entry) => entry.path === 'inner')).toMatchObject({
      type: 'submodule',
      size: null,
    });
    expect(await contents(opened)).toMatchObject({ inner: { state: 'unread', because: 'a submodule' } });
  });

  it('does not follow a .git file to a repository that does not answer to it', async () => {
    const secret = build(simple);
    const lure = folder();
    writeFileSync(join(lure, '.git'), `gitdir: ${secret.gitDirectory}\n`);
    await expect(open(lure)).rejects.toMatchObject({ code: 'not-a-repository' });
    writeFileSync(join(lure, '.git'), 'gitdir: /nowhere\n');
    await expect(open(lure)).rejects.toMatchObject({ code: 'not-a-repository' });
    writeFileSync(join(lure, '.git'), 'x'.repeat(100_000));
    await expect(open(lure)).rejects.toMatchObject({ code: 'repository-unreadable' });
  });

  it('says what is wrong with a folder that is none', async () => {
    await expect(open(folder())).rejects.toMatchObject({
      code: 'not-a-repository',
      next: expect.stringContaining('git'),
    });
    await expect(open('/no/such/folder')).rejects.toMatchObject({ code: 'not-a-repository' });
    await expect(open(build({ commits: [] }).path)).rejects.toMatchObject({ code: 'no-commits' });
    const loop = folder();
    symlinkSync('.git', join(loop, '.git'));
    await expect(open(loop)).rejects.toMatchObject({ code: 'repository-unreadable' });
    const broken = build(simple);
    writeFileSync(join(broken.gitDirectory, 'config'), '[core\n');
    await expect(open(broken.path)).rejects.toMatchObject({ code: 'repository-unreadable' });
    execFileSync('mkfifo', [join(folder(), 'unused')]);
    rmSync(join(broken.gitDirectory, 'config'));
    execFileSync('mkfifo', [join(broken.gitDirectory, 'config')]);
    await expect(open(broken.path)).rejects.toMatchObject({ code: 'repository-unreadable' });
  });

  it('reads no device and waits for no pipe among the refs', async () => {
    const { path, gitDirectory, commits } = build({ ...simple, branch: 'größe' });
    mkdirSync(join(gitDirectory, 'refs/tags'));
    symlinkSync('/dev/zero', join(gitDirectory, 'refs/tags/v1'));
    symlinkSync('.', join(gitDirectory, 'refs/heads/loop'));
    execFileSync('mkfifo', [join(gitDirectory, 'refs/heads/pipe')]);
    expect((await open(path)).snapshot).toMatchObject({ commit: commits['1'], defaultBranch: 'größe' });
    symlinkSync('/dev/zero', join(gitDirectory, 'packed-refs'));
    await expect(open(path)).rejects.toMatchObject({ code: 'repository-unreadable' });
  });

  it('reads no device among the lists of object stores', async () => {
    const { path, gitDirectory } = build(simple);
    const other = folder();
    mkdirSync(join(gitDirectory, 'objects/info'));
    writeFileSync(join(gitDirectory, 'objects/info/alternates'), `# stores\n${other}\n`);
    expect((await open(path)).snapshot.entries).toHaveLength(2);
    mkdirSync(join(other, 'info'));
    symlinkSync('/dev/zero', join(other, 'info/alternates'));
    await expect(open(path)).rejects.toMatchObject({ code: 'repository-unreadable' });
  });

  it('says that objects are missing or corrupted, and reads the rest', async () => {
    const { path, gitDirectory, commits } = build({ commits: [{ files: { a: 'A', b: 'B', c: 'C', d: 'D' } }] });
    rmSync(gitObjectPath(gitDirectory, writeGitObject(gitDirectory, 'blob', 'A')));
    const damaged = gitObjectPath(gitDirectory, writeGitObject(gitDirectory, 'blob', 'C'));
    writeFileSync(damaged, 'not an object at all');
    const read = await contents(await open(path));
    expect(read['a']).toMatchObject({ state: 'unread' });
    expect(read['c']).toMatchObject({ state: 'unread' });
    expect(read).toMatchObject({ b: text('B'), d: text('D') });
    rmSync(gitObjectPath(gitDirectory, commits['0'] ?? ''));
    await expect(open(path)).rejects.toMatchObject({
      code: expect.stringMatching(/repository-unreadable|no-commits/u),
    });
  });

  it('goes on after an object that makes git give up', async () => {
    const large = 'x'.repeat(5000);
    const { path, gitDirectory } = build({
      commits: [{ files: { a: 'A', b: `${large}1`, c: 'C', d: `${large}2`, e: 'E' } }],
    });
    git(path, 'repack', '-adq');
    // Damage in the middle of a pack: the header of an object is fine, its content is not.
    const packs = join(gitDirectory, 'objects', 'pack');
    const pack = execFileSync('find', [packs, '-name', '*.pack'], { encoding: 'utf8' }).trim();
    const opened = await open(path);
    execFileSync('chmod', ['u+w', pack]);
    execFileSync('sh', [
      '-c',
      'size=$(wc -c < "$1"); printf "\\377\\377\\377\\377" | dd of="$1" bs=1 seek=$((size - 40)) conv=notrunc 2>/dev/null',
      'sh',
      pack,
    ]);
    const read = await contents(opened);
    expect(Object.values(read).some(({ state }) => state === 'unread')).toBe(true);
    expect(Object.values(read).some(({ state }) => state === 'text')).toBe(true);
  });

  it('tells names that cannot be used', async () => {
    const { path, gitDirectory } = build(simple);
    const blob = writeGitObject(gitDirectory, 'blob', 'x');
    const item = (name: string | Uint8Array) => ({ mode: '100644', name, id: blob });
    const inside = writeGitTree(gitDirectory, [item('..'), item('ok')]);
    const names = [
      'new\nline',
      '"quoted"',
      "it's",
      '/absolute',
      '-dash',
      ' space ',
      'tab\there',
      '\u202Eright',
      '.GIT',
      'ünï',
    ];
    const tree = writeGitTree(gitDirectory, [
      ...names.map(item),
      item(Buffer.from([0xff, 0xfe])),
      { mode: '40000', name: '..', id: inside },
      { mode: '40000', name: 'folder', id: inside },
    ]);
    const line = 'Ada <ada@example.com> 1767272400 +0000';
    const commit = writeGitObject(gitDirectory, 'commit', `tree ${tree}\nauthor ${line}\ncommitter ${line}\n\nNames\n`);
    writeFileSync(join(gitDirectory, 'refs/heads/main'), `${commit}\n`);
    const opened = await open(path);
    const paths = opened.snapshot.entries.map((entry) => entry.path);
    expect(paths.toSorted()).toEqual(
      ['"quoted"', ' space ', '-dash', 'folder/ok', "it's", '\u202Eright', 'ünï'].toSorted(),
    );
    expect(opened.snapshot.skipped).toHaveLength(8);
    expect(JSON.stringify(opened.snapshot.skipped)).not.toMatch(/\\n|\\t/u);
    expect(Object.values(await contents(opened)).every(({ state }) => state === 'text')).toBe(true);
  });

  it('reads text, and says why it does not read the rest', async () => {
    const { path } = build({
      commits: [
        {
          files: {
            'binary.bin': Buffer.from([1, 0, 2]),
            'bom.txt': Buffer.from('\uFEFFText'),
            'inside.link': { link: 'large.txt' },
            'invalid.txt': Buffer.from([0x61, 0xff, 0x62]),
            'large.txt': 'x'.repeat(101),
            'sub/leaving.link': { link: '../../etc/passwd' },
            'sub/loop.link': { link: 'loop.link' },
          },
        },
      ],
    });
    const opened = await open(path);
    expect(await contents(opened, 100)).toEqual({
      'binary.bin': { state: 'unread', because: 'binary' },
      'bom.txt': text('Text'),
      'inside.link': { state: 'unread', because: 'a link; the file it names is read itself' },
      'invalid.txt': text('a\uFFFDb'),
      'large.txt': { state: 'unread', because: 'larger than 100 bytes' },
      'sub/leaving.link': { state: 'unread', because: 'a link that leaves the repository' },
      'sub/loop.link': { state: 'unread', because: 'a link; the file it names is read itself' },
    });
  });

  it('serves many readers at once, each in its order', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${index}`, `text ${index}`]));
    const opened = await open(build({ commits: [{ files }] }).path);
    const paths = [...Object.keys(files), 'missing'].toReversed();
    const readers = Array.from({ length: 5 }, async () => {
      const seen: string[] = [];
      await opened.snapshot.read(paths, (path, content) => {
        expect(content).toEqual(
          path === 'missing' ? { state: 'unread', because: 'not in the tree' } : text(files[path] ?? ''),
        );
        seen.push(path);
      });
      expect(seen).toEqual(paths);
    });
    const failing = opened.snapshot.read(paths, () => {
      throw new RangeError('visitor');
    });
    await expect(failing).rejects.toThrow('visitor');
    await Promise.all(readers);
  });

  it('does not read a blob of 100 MB', async () => {
    const { path } = build({ commits: [{ files: { big: Buffer.alloc(100 * 1024 * 1024), a: 'A' } }] });
    const before = process.memoryUsage().rss;
    const read = await contents(await open(path));
    expect(read).toMatchObject({ a: text('A'), big: { because: 'larger than 1048576 bytes' } });
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('stops a tree without end', async () => {
    const { path, gitDirectory } = build(simple);
    let tree = writeGitTree(gitDirectory, [
      { mode: '100644', name: 'f', id: writeGitObject(gitDirectory, 'blob', '') },
    ]);
    for (let depth = 0; depth < 8; depth++) {
      const items = Array.from({ length: 10 }, (_, index) => ({
        mode: '40000',
        name: `d${index}`.padEnd(200, '-'),
        id: tree,
      }));
      tree = writeGitTree(gitDirectory, items);
    }
    const line = 'Ada <ada@example.com> 1767272400 +0000';
    const commit = writeGitObject(gitDirectory, 'commit', `tree ${tree}\nauthor ${line}\ncommitter ${line}\n\nBomb\n`);
    writeFileSync(join(gitDirectory, 'refs/heads/main'), `${commit}\n`);
    await expect(open(path)).rejects.toMatchObject({ code: 'input-too-large' });
  });
});
