// SPDX-License-Identifier: Apache-2.0
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openArchive, openArchiveThere } from './open-archive.ts';
import { openRelease } from './open-release.ts';

const root = await mkdtemp(join(tmpdir(), 'plumbline-open-archive-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const plain = join(root, 'plain');
const layout = join(root, 'layout');
await mkdir(join(plain, 'objects'), { recursive: true });
await mkdir(join(layout, 'blobs'), { recursive: true });
await writeFile(join(layout, 'oci-layout'), '{}');

test('a layout is no plain archive and the other way round, whether it is read or written', async () => {
  for (const open of [openArchive, openArchiveThere]) {
    await expect(open(layout)).rejects.toMatchObject({ code: 'usage', next: `Name it oci:${layout}` });
    await expect(open(`oci:${plain}`)).rejects.toMatchObject({ code: 'usage', next: `Name it ${plain}` });
    expect((await open(plain)).location).toBe(plain);
    expect((await open(`oci:${layout}`)).location).toBe(`oci:${layout}`);
  }
});

test('a place that is not there can be written, and not read', async () => {
  const nowhere = join(root, 'nowhere');
  expect((await openArchive(nowhere)).location).toBe(nowhere);
  await expect(openArchiveThere(nowhere)).rejects.toThrow('there is no such archive');
});

test('what is no release says so, and what comes first', async () => {
  const next = expect.stringContaining('plumbline release');
  await expect(openRelease(join(root, 'nowhere'))).rejects.toMatchObject({ message: 'there is no such release', next });
  await expect(openRelease(plain)).rejects.toMatchObject({ message: 'the manifest is missing', next });
  await expect(openRelease(join(layout, 'oci-layout'))).rejects.toMatchObject({ code: 'usage', next });
});
