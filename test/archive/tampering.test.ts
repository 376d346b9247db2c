// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { openDirectoryArchive } from '@plumbline/adapters/archives/directory/open-directory-archive';
import { openOciLayoutArchive } from '@plumbline/adapters/archives/oci-layout/open-oci-layout-archive';
import { putRelease } from '@plumbline/engine/archive/put-release';
import { afterAll, describe, expect, test } from 'vitest';
import { drill, filesBelow, releaseOf } from './release-for-tests.ts';

const root = await mkdtemp(join(tmpdir(), 'plumbline-tampering-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const release = releaseOf({ 'app.tgz': 'the artifact', 'app.cdx.json': '{"bomFormat":"CycloneDX"}' });
const put = { source: release, archivedAt: '2026-01-02T00:00:00.000Z', retainUntil: '2031-01-01' };

const objectsOf = ({ file, manifest }: typeof release): readonly { readonly digest: string }[] => [
  file,
  ...manifest.parts,
];

describe.each([
  ['directory', openDirectoryArchive],
  ['OCI image layout', (folder: string) => openOciLayoutArchive(folder, { looks: 1 })],
])('%s', (kind, open) => {
  const folder = join(root, kind.replaceAll(' ', '-'));

  test('every byte that is changed, and every file that is cut, is noticed', async () => {
    const store = open(folder);
    await putRelease(store, put);
    expect(await drill(store)).toMatchObject({ restored: true, objects: 3, faults: [] });
    const files = await filesBelow(folder);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (file, at, flip) => {
          const bytes = await readFile(file);
          const altered = Buffer.from(bytes);
          const position = at % bytes.length;
          altered[position] = (bytes[position] ?? 0) ^ flip;
          await writeFile(file, altered);
          const found = await drill(store);
          await writeFile(file, bytes);
          expect(found.restored, `${file} at ${position}`).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
    for (const file of files.filter((name) => /[0-9a-f]{64}$/u.test(name))) {
      const bytes = await readFile(file);
      await truncate(file, bytes.length - 1);
      expect((await drill(store)).restored).toBe(false);
      await writeFile(file, bytes);
      await rm(file);
      expect((await drill(store)).restored).toBe(false);
      await writeFile(file, bytes);
    }
    expect((await drill(store)).restored).toBe(true);
  });

  test('putting a release again repairs its objects', async () => {
    const store = open(folder);
    const own = new Set(objectsOf(release).map(({ digest }) => digest.slice('sha256:'.length)));
    for (const file of (await filesBelow(folder)).filter((path) => own.has(basename(path)))) await writeFile(file, 'x');
    expect((await drill(store)).restored).toBe(false);
    await putRelease(store, { ...put, retainUntil: '2032-01-01' });
    expect((await drill(store)).restored).toBe(true);
  });

  test('an archive that lost a release, or has none, is not restored', async () => {
    const store = open(folder);
    await store.removeEntry('v1.0.0');
    expect(await drill(store)).toMatchObject({ restored: false, releases: [] });
    expect(await drill(store, [{ name: 'v1.0.0', manifest: null, retainUntil: null }])).toMatchObject({
      restored: false,
      faults: [{ release: 'v1.0.0', object: null, what: 'missing' }],
    });
  });
});
