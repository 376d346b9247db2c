// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createFolder } from './create-folder.ts';

const folder = await mkdtemp(join(tmpdir(), 'plumbline-create-folder-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a folder and those above it are made, once and again', async () => {
  const path = join(folder, 'a', 'b b', 'ü');
  expect(await createFolder(path)).toBe(join(folder, 'a'));
  expect(await createFolder(path)).toBeNull();
  expect((await stat(path)).isDirectory()).toBe(true);
  await createFolder(`${join(folder, 'with', 'slash')}/`);
  expect((await stat(join(folder, 'with', 'slash'))).isDirectory()).toBe(true);
});

test('a link to a folder is one, a file and a link to nothing are none', async () => {
  await symlink(folder, join(folder, 'link'));
  await createFolder(join(folder, 'link', 'below'));
  expect((await stat(join(folder, 'below'))).isDirectory()).toBe(true);
  await writeFile(join(folder, 'file'), '');
  await symlink(join(folder, 'nowhere'), join(folder, 'dangling'));
  for (const name of ['file', join('file', 'below'), 'dangling', join('dangling', 'below')])
    await expect(createFolder(join(folder, name))).rejects.toMatchObject({ code: 'output-unwritable' });
});

test(
  'where a folder is there and nothing can be made in it, the answer comes at once',
  { timeout: 30_000 },
  async () => {
    await expect(createFolder('/proc/plumbline/below')).rejects.toMatchObject({ code: 'output-unwritable' });
  },
);
