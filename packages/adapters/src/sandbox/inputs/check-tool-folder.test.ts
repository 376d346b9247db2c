// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { useFolders } from '../../testing/feed-folders.ts';
import { checkToolFolder } from './check-tool-folder.ts';

const folderWith = useFolders();
afterEach(() => void vi.unstubAllEnvs());

/** A HOME with tools in it, and a link beside it. */
function homeWithTools(): string {
  const home = join(folderWith({}), 'home');
  mkdirSync(join(home, '.nvm/versions/node/v24.1.0/bin'), { recursive: true });
  mkdirSync(join(home, '.ssh'));
  symlinkSync(join(home, '.ssh'), join(home, '..', 'link'));
  vi.stubEnv('HOME', home);
  return home;
}

test.each(['.nvm/versions/node/v24.1.0', '.nvm/versions'])('%s of HOME may be shown', async (folder) => {
  const home = homeWithTools();
  await expect(checkToolFolder(join(home, folder))).resolves.toBeUndefined();
});

test.each(['.', '..', '.nvm', '.ssh', '../link', 'nothing'])('%s of HOME may not', async (folder) => {
  const home = homeWithTools();
  await expect(checkToolFolder(join(home, folder))).rejects.toMatchObject({ code: 'usage' });
});

test.each(['/', '/etc', '/etc/ssl', '/proc', '/proc/self', '/run', '/dev/shm', '/var/log', '/tmp', '/usr/bin/env'])(
  '%s may not be shown',
  async (folder) => {
    await expect(checkToolFolder(folder)).rejects.toMatchObject({ code: 'usage' });
  },
);

test('what lies where tools are may', async () => {
  await expect(checkToolFolder('/usr/lib')).resolves.toBeUndefined();
});
