// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDirectoryArchive } from '@plumbline/adapters/archives/directory/open-directory-archive';
import { openOciLayoutArchive } from '@plumbline/adapters/archives/oci-layout/open-oci-layout-archive';
import type { ArchiveStore } from '@plumbline/core/archive/archive-store';
import { pruneArchive } from '@plumbline/engine/archive/prune-archive';
import { putRelease } from '@plumbline/engine/archive/put-release';
import { afterAll, expect, test } from 'vitest';
import { drill, filesBelow, releaseOf } from './release-for-tests.ts';

const root = await mkdtemp(join(tmpdir(), 'plumbline-prune-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const later = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

async function fill(store: ArchiveStore): Promise<void> {
  const archivedAt = new Date().toISOString();
  const ends = { short: later(10), long: later(1000), forever: null };
  for (const [tag, until] of Object.entries(ends)) {
    const source = releaseOf({ 'app.tgz': `only in ${tag}`, 'licence.txt': 'in each' }, tag);
    await putRelease(store, { source, archivedAt, retainUntil: until?.slice(0, 10) ?? null });
  }
}

test.each([
  ['directory', openDirectoryArchive],
  ['oci', openOciLayoutArchive],
] as const)('%s: only what retention allows is deleted, and what is left is whole', async (kind, open) => {
  const store = open(join(root, kind));
  await fill(store);
  const before = later(5).slice(0, 10);
  expect(await pruneArchive(store, { before, now: later(10) })).toMatchObject({ releases: [], objects: 0 });
  expect(await pruneArchive(store, { before: later(-5).slice(0, 10), now: later(20) })).toMatchObject({ releases: [] });
  const files = (await filesBelow(join(root, kind))).length;
  const pruned = await pruneArchive(store, { before, now: later(20) });
  expect(pruned).toMatchObject({ releases: ['short'], objects: 2 });
  expect((await filesBelow(join(root, kind))).length).toBe(files - (kind === 'oci' ? 4 : 3));
  expect(await drill(store)).toMatchObject({ restored: true, releases: [{ name: 'forever' }, { name: 'long' }] });
});

test('an object that was put just now is left to the release that is on its way', async () => {
  const store = openDirectoryArchive(join(root, 'grace'));
  const source = releaseOf({ 'app.tgz': 'on its way' });
  const [part] = source.manifest.parts;
  if (part === undefined) throw new TypeError('a release has parts');
  await store.put(part, source.open(part.name));
  const now = new Date().toISOString();
  expect(await pruneArchive(store, { before: now.slice(0, 10), now })).toMatchObject({ objects: 0 });
  expect(await pruneArchive(store, { before: now.slice(0, 10), now: later(2) })).toMatchObject({ objects: 1 });
});

test('nothing is deleted while an entry cannot be read', async () => {
  const store = openDirectoryArchive(join(root, 'damaged'));
  await fill(store);
  await store.replaceEntry({ name: 'long', text: '{}\n', objects: [] });
  const files = await filesBelow(join(root, 'damaged'));
  await expect(pruneArchive(store, { before: later(5).slice(0, 10), now: later(20) })).rejects.toThrow(
    'nothing is deleted',
  );
  expect(await filesBelow(join(root, 'damaged'))).toEqual(files);
});
