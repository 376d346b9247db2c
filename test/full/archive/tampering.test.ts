// SPDX-License-Identifier: Apache-2.0
import { appendFile, copyFile, mkdtemp, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { openDirectoryArchive } from '@plumbline/adapters/archives/directory/open-directory-archive';
import { openOciLayoutArchive } from '@plumbline/adapters/archives/oci-layout/open-oci-layout-archive';
import { openS3Archive } from '@plumbline/adapters/archives/s3/open-s3-archive';
import { s3Settings } from '@plumbline/adapters/archives/s3/s3-settings';
import type { ArchiveStore } from '@plumbline/core/archive/archive-store';
import { expectedReleases } from '@plumbline/engine/archive/expected-releases';
import { putRelease } from '@plumbline/engine/archive/put-release';
import { memoryState } from '@plumbline/engine/testing/memory-state';
import { afterAll, describe, expect, test } from 'vitest';
import { drill, filesBelow, releaseOf, restored } from '../../archive/release-for-tests.ts';
import { startS3Server } from './s3-server.ts';

const root = await mkdtemp(join(tmpdir(), 'plumbline-tampering-'));
const server = await startS3Server(['archive']);
afterAll(async () => {
  await server.stop();
  await rm(root, { recursive: true, force: true });
});

const files = { 'app.tgz': 'the artifact', 'app.cdx.json': '{"bomFormat":"CycloneDX"}', SHA256SUMS: 'a list of them' };
const release = releaseOf(files, 'v1.0.0', { 'app.cdx.json': 'sbom', SHA256SUMS: 'signature' });
const put = { source: release, archivedAt: '2026-01-02T00:00:00.000Z', retainUntil: '2031-01-01' };
const original = new Map(Object.entries(files).toSorted());

type Kind = { readonly store: ArchiveStore; readonly folder: string };
const kinds: readonly (readonly [string, Kind])[] = [
  ['directory', { store: openDirectoryArchive(join(root, 'directory')), folder: join(root, 'directory') }],
  ['OCI image layout', { store: openOciLayoutArchive(join(root, 'oci'), { looks: 1 }), folder: join(root, 'oci') }],
  ['S3', { store: openS3Archive(s3Settings('s3://archive', server.environment)), folder: server.folderOf('archive') }],
];

/** What is given out is what was put there, whatever was done to the rest. */
async function expectOriginalOrNothing(store: ArchiveStore, what: string): Promise<void> {
  const given = await restored(store, 'v1.0.0');
  if (given === null) return;
  const rest = [...given].filter(([name]) => name !== 'release.json');
  expect(new Map(rest.toSorted()), what).toEqual(original);
}

describe.each(kinds)('%s', (_, { store, folder }) => {
  /** Does something to a file, looks, and puts the bytes back. */
  const noticed = async (file: string, what: string, alter: () => Promise<void>): Promise<void> => {
    const bytes = await readFile(file);
    await alter();
    const found = await drill(store).catch(() => null); // a server may refuse what it keeps
    await expectOriginalOrNothing(store, what);
    await writeFile(file, bytes);
    expect(found?.restored ?? false, what).toBe(false);
  };

  test('is whole before', async () => {
    await putRelease(store, put);
    expect(await drill(store)).toMatchObject({ restored: true, objects: 4, faults: [] });
  });

  test('one bit in any byte of any file is noticed', async () => {
    for (const file of await filesBelow(folder)) {
      const bytes = await readFile(file);
      for (let at = 0; at < bytes.length; at += 1) {
        const altered = Buffer.from(bytes);
        altered[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
        await noticed(file, `${file} at ${at}`, () => writeFile(file, altered));
      }
    }
    expect((await drill(store)).restored).toBe(true);
  });

  test('a file that is cut, emptied, longer or gone is noticed', async () => {
    for (const file of await filesBelow(folder)) {
      const { length } = await readFile(file);
      await noticed(file, `${file} cut`, () => truncate(file, length - 1));
      await noticed(file, `${file} emptied`, () => truncate(file, 0));
      await noticed(file, `${file} longer`, () => appendFile(file, '\n'));
    }
    for (const file of (await filesBelow(folder)).filter((path) => /[0-9a-f]{64}$/u.test(path)))
      await noticed(file, `${file} gone`, () => rm(file));
    expect((await drill(store)).restored).toBe(true);
  });

  test('two files that changed places are noticed', async () => {
    const all = await filesBelow(folder);
    const [one = '', two = ''] = all.filter((file) => /[0-9a-f]{64}$/u.test(basename(file))).slice(-2);
    const aside = join(dirname(one), 'aside');
    const change = async (): Promise<void> => {
      await rename(one, aside);
      await rename(two, one);
      await rename(aside, two);
    };
    await change();
    expect((await drill(store)).restored).toBe(false);
    await expectOriginalOrNothing(store, 'changed places');
    await change();
    expect((await drill(store)).restored).toBe(true);
  });

  test('what is known here tells a release that is gone, another, or what it was before', async () => {
    const state = memoryState();
    const known = async (): ReturnType<typeof expectedReleases> =>
      expectedReleases(state, store.location, '2026-02-01T00:00:00.000Z');
    const entry = (await filesBelow(folder)).find((file) => file.endsWith('v1.0.0.json')) ?? '';
    const older = join(root, 'older.json');
    await copyFile(entry, older);
    await putRelease(store, { ...put, retainUntil: '2035-01-01' });
    await state.add('drills', await drill(store));
    await copyFile(older, entry);
    expect(await drill(store, await known())).toMatchObject({
      restored: false,
      faults: expect.arrayContaining([
        expect.objectContaining({ because: expect.stringContaining('retained until 2031') }),
      ]),
    });
    await store.removeEntry('v1.0.0');
    expect(await drill(store, await known())).toMatchObject({ restored: false, faults: [{ what: 'missing' }] });
    await putRelease(store, { ...put, source: releaseOf({ 'app.tgz': 'another' }), retainUntil: '2035-01-01' });
    expect(await drill(store, await known())).toMatchObject({
      restored: false,
      faults: [{ what: 'altered', because: expect.stringContaining('its manifest is') }],
    });
  });
});
