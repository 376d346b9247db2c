// SPDX-License-Identifier: Apache-2.0
// An archive that somebody else can write: entries whose own digest fits, and that say what nobody put there.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDirectoryArchive } from '@plumbline/adapters/archives/directory/open-directory-archive';
import { openOciLayoutArchive } from '@plumbline/adapters/archives/oci-layout/open-oci-layout-archive';
import { restoreFolder } from '@plumbline/adapters/release-files/restore-folder';
import type { ArchivedObject } from '@plumbline/core/archive/archive-entry';
import type { ArchiveStore } from '@plumbline/core/archive/archive-store';
import { canonicalJson } from '@plumbline/core/canonical-json';
import { digestOf } from '@plumbline/core/digest';
import { putRelease } from '@plumbline/engine/archive/put-release';
import { afterAll, expect, test } from 'vitest';
import { drill, releaseOf } from './release-for-tests.ts';

const root = await mkdtemp(join(tmpdir(), 'plumbline-hostile-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const release = releaseOf({ 'app.tgz': 'the artifact' });
const put = { source: release, archivedAt: '2026-01-02T00:00:00.000Z', retainUntil: null };
const [part] = release.manifest.parts;
const objects: readonly ArchivedObject[] = [
  release.file,
  ...(part === undefined ? [] : [{ name: part.name, digest: part.digest, size: part.size }]),
];
let places = 0;

/** An archive whose one entry was written by somebody who knows how. */
async function forged(change: (objects: readonly ArchivedObject[]) => readonly unknown[]): Promise<ArchiveStore> {
  places += 1;
  const store = openDirectoryArchive(join(root, String(places)));
  await putRelease(store, put);
  const entry = { schema: 1, name: 'v1.0.0', objects: change(objects), archivedAt: put.archivedAt, retainUntil: null };
  const text = `${canonicalJson({ ...entry, digest: digestOf(entry) })}\n`;
  await store.replaceEntry({ name: 'v1.0.0', text, objects: [] });
  return store;
}

const named = (name: string) => (all: readonly ArchivedObject[]) =>
  all.map((one, at) => (at === 0 ? one : { ...one, name }));
const sized = (size: number) => (all: readonly ArchivedObject[]) =>
  all.map((one, at) => (at === 0 ? one : { ...one, size }));

type Change = (all: readonly ArchivedObject[]) => readonly unknown[];

const changes: readonly (readonly [string, Change])[] = [
  ...[
    '../app.tgz',
    '/etc/app.tgz',
    'a/b',
    'a\\b',
    'C:a',
    '.',
    '..',
    '.hidden',
    'a.',
    'a ',
    '',
    'a\u0000b',
    'a\u202Eb',
  ].map((name) => [JSON.stringify(name), named(name)] as const),
  ...['CON', 'nul.txt', 'Com1.tgz', 'LPT9 .x', 'aux', 'a?b', 'a*', 'release.json', 'Release.JSON'].map(
    (name) => [JSON.stringify(name), named(name)] as const,
  ),
  ['a name twice', (all: readonly ArchivedObject[]) => [...all, ...all.slice(1)]],
  ['names that differ in case', (all: readonly ArchivedObject[]) => [...all, ...named('APP.tgz')(all).slice(1)]],
  [
    'more objects than a release has',
    (all: readonly ArchivedObject[]) => [
      ...all,
      ...Array.from({ length: 10_001 }, (_, n) => ({ ...all[0], name: `x${n}` })),
    ],
  ],
  ['size 0', sized(0)],
  ['a size of a million gigabytes', sized(10 ** 15)],
  ['a size below zero', sized(-1)],
  ['a size with a fraction', sized(0.5)],
  ['no objects', () => []],
];

test.each(changes)('an entry with %s is a fault, and nothing of it is written elsewhere', async (_, change) => {
  const result = await drill(await forged(change));
  expect(result.restored).toBe(false);
  expect(result.faults).not.toEqual([]);
});

test('a link that was planted where a file is restored is not written through', async () => {
  const folder = join(root, 'target');
  const outside = join(root, 'outside');
  await mkdir(folder);
  await writeFile(outside, 'kept');
  await symlink(outside, join(folder, 'app.tgz'));
  await symlink(join(root, 'not-there'), join(folder, 'dangling'));
  const content = (async function* () {
    yield Buffer.from('restored');
  })();
  for (const name of ['app.tgz', 'dangling'])
    await expect(restoreFolder(folder).write(name, content, 100)).rejects.toMatchObject({ code: 'output-unwritable' });
  expect(await readFile(outside, 'utf8')).toBe('kept');
  expect(await readdir(root)).not.toContain('not-there');
});

test('a file of any size in the place of a small one is read no further than it may be', async () => {
  const store = openDirectoryArchive(join(root, 'sparse'));
  await putRelease(store, put);
  const hex = createHash('sha256').update('the artifact').digest('hex');
  await truncate(join(root, 'sparse', 'objects', 'sha256', hex.slice(0, 2), hex), 2 ** 40);
  expect(await drill(store)).toMatchObject({ faults: [{ object: 'app.tgz', what: 'altered' }] });
});

test('an index of a million descriptors is not read', async () => {
  const folder = join(root, 'oci');
  const store = openOciLayoutArchive(folder, { looks: 1 });
  await putRelease(store, put);
  const descriptor = JSON.stringify({ mediaType: 'x', digest: `sha256:${'0'.repeat(64)}`, size: 1 });
  await writeFile(join(folder, 'index.json'), `{"manifests":[${`${descriptor},`.repeat(1_000_000)}${descriptor}]}`);
  expect(await drill(store)).toMatchObject({ faults: [{ release: 'index.json', what: 'altered' }] });
});
