// SPDX-License-Identifier: Apache-2.0
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildRepository } from '../../testing/build-repository.ts';
import { isRunning } from '../../testing/is-running.ts';
import { openRepository } from './open-repository.ts';

const path = process.env['PATH'] ?? '';
const temporary = process.env['TMPDIR'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'plumbline-test-'));
  process.env['PATH'] = `${folder}${delimiter}${path}`;
});

afterEach(() => {
  process.env['PATH'] = path;
  if (temporary === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = temporary;
  rmSync(folder, { recursive: true, force: true });
});

/** A program in place of ssh, so that git's own protocol runs without a network. */
function ssh(script: string): void {
  writeFileSync(join(folder, 'ssh'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'ssh'), 0o755);
}

/** From now on temporary folders are made where the test can see what is left of them. */
function watchTemporary(): string {
  const watched = mkdtempSync(join(folder, 'tmp-'));
  process.env['TMPDIR'] = watched;
  return watched;
}

describe('a repository by URL', () => {
  it('is cloned, opened under its public URL, and removed', async () => {
    const built = buildRepository({
      commits: [{ files: { 'README.md': 'Hello' } }],
      tags: [{ name: 'v1.0.0', message: 'One' }],
      branch: 'trunk',
    });
    ssh(`cat > /dev/null 2>&1 < /dev/null; exec git -c safe.directory='*' upload-pack '${built.path}'`);
    const watched = watchTemporary();
    const told: string[] = [];
    const opened = await openRepository('ssh://ada@example.com/product.git', {
      progress: (message) => told.push(message),
    });
    try {
      expect(told).toEqual(['Cloning ssh://example.com/product.git']);
      expect(opened.snapshot).toMatchObject({
        uri: 'ssh://example.com/product.git',
        commit: built.commits['0'],
        defaultBranch: 'trunk',
      });
      await opened.snapshot.read(['README.md'], (_, content) =>
        expect(content).toEqual({ state: 'text', text: 'Hello' }),
      );
    } finally {
      await opened.close();
      built.remove();
    }
    expect(readdirSync(watched)).toEqual([]);
  });

  it('says why it could not be cloned, without credentials, and leaves nothing behind', async () => {
    ssh('echo "no access for ssh://ada:secret@example.com/x" >&2; exit 255');
    const watched = watchTemporary();
    const failure: unknown = await openRepository('ssh://ada:secret@example.com/x').catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'clone-failed' });
    expect(String(failure)).not.toContain('secret');
    expect(readdirSync(watched)).toEqual([]);
  });

  it('leaves no process and no folder behind when it is interrupted', async () => {
    const pidFile = join(folder, 'pid');
    ssh(`echo $$ > '${pidFile}'; exec sleep 60`);
    const watched = watchTemporary();
    const controller = new AbortController();
    const opening = openRepository('ssh://example.com/x', { signal: controller.signal });
    const settled = opening.catch((error: unknown) => error);
    while (!existsSync(pidFile) || readFileSync(pidFile, 'utf8') === '') await wait(10);
    controller.abort();
    expect(await settled).toMatchObject({ code: 'interrupted' });
    await wait(50);
    expect(isRunning(Number(readFileSync(pidFile, 'utf8')))).toBe(false);
    expect(readdirSync(watched)).toEqual([]);
  });

  it('has no work tree, and is not cloned offline', async () => {
    await expect(openRepository('ssh://example.com/x', { offline: true })).rejects.toMatchObject({
      code: 'clone-failed',
    });
    await expect(openRepository('ssh://example.com/x', { worktree: true })).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('an interrupted run', () => {
  it('stops the reading process, and close removes the rest', async () => {
    const built = buildRepository({ commits: [{ files: { a: 'A' } }] });
    const watched = watchTemporary();
    const controller = new AbortController();
    const opened = await openRepository(built.path, { signal: controller.signal });
    await opened.snapshot.read(['a'], () => undefined);
    controller.abort();
    await expect(opened.snapshot.read(['a'], () => undefined)).rejects.toMatchObject({ code: 'interrupted' });
    await opened.close();
    expect(readdirSync(watched)).toEqual([]);
    await expect(openRepository(built.path, { signal: controller.signal })).rejects.toMatchObject({
      code: 'interrupted',
    });
    expect(readdirSync(watched)).toEqual([]);
    built.remove();
  });
});
