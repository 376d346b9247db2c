// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileAtomically } from './write-file-atomically.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-write-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('replaces what is there and leaves nothing else behind', async () => {
  await writeFileAtomically(join(folder, 'report.json'), 'old');
  await writeFileAtomically(join(folder, 'report.json'), 'new');
  expect(await readFile(join(folder, 'report.json'), 'utf8')).toBe('new');
  expect(await readdir(folder)).toEqual(['report.json']);
});

test('a folder that is not there is a clear error', async () => {
  const path = join(folder, 'missing', 'report.json');
  await expect(writeFileAtomically(path, 'x')).rejects.toMatchObject({
    code: 'output-unwritable',
    message: `cannot write ${path}: the folder that it belongs into is not there, or takes no files`,
  });
});

test('when the target is a folder, nothing is left beside it', async () => {
  await expect(writeFileAtomically(folder, 'x')).rejects.toMatchObject({ code: 'output-unwritable' });
  expect((await readdir(tmpdir())).filter((name) => name.startsWith('.plumbline-write-'))).toEqual([]);
});
