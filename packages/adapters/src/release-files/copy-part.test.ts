// SPDX-License-Identifier: Apache-2.0
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copyPart } from './copy-part.ts';

const root = await mkdtemp(join(tmpdir(), 'plumbline-copy-part-'));
afterAll(() => rm(root, { recursive: true, force: true }));

test.each(['of elsewhere', 'that lies in the folder'])(
  'a file %s is not gathered once it is interrupted',
  async (where) => {
    const folder = join(root, where);
    await mkdir(folder);
    const path = join(where === 'of elsewhere' ? root : folder, 'app.tgz');
    await writeFile(path, 'the artifact');
    const before = await readdir(folder);
    const part = { path, role: 'artifact' } as const;
    await expect(copyPart(part, folder, AbortSignal.abort())).rejects.toMatchObject({ code: 'interrupted', path });
    expect(await readdir(folder)).toEqual(before);
    const signal = new AbortController().signal;
    expect(await copyPart(part, folder, signal)).toMatchObject({ name: 'app.tgz', role: 'artifact', size: 12 });
    expect(await readdir(folder)).toEqual(['app.tgz']);
  },
);
