// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once as onceEvent } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { archiveStoreContract } from '../../testing/archive-store-contract.ts';
import { openOciLayoutArchive } from './open-oci-layout-archive.ts';

const root = await mkdtemp(join(tmpdir(), 'plumbline-oci-'));
afterAll(() => rm(root, { recursive: true, force: true }));

archiveStoreContract('OCI image layout', (place) => Promise.resolve(openOciLayoutArchive(join(root, place))));

async function* once(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}

test('is a layout whose index leads to every file by its name', async () => {
  const folder = join(root, 'layout');
  const store = openOciLayoutArchive(folder);
  const digest = `sha256:${createHash('sha256').update('file').digest('hex')}` as const;
  const object = { name: 'app.tgz', digest, size: 4 };
  await store.put(object, once('file'));
  await store.addEntry({
    name: 'v1.0.0',
    text: '{"entry":1}\n',
    objects: [{ ...object, name: 'release.json' }, object],
  });
  const json = async (...path: readonly string[]): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, ...path), 'utf8'));
  expect(await json('oci-layout')).toEqual({ imageLayoutVersion: '1.0.0' });
  const index = (await json('index.json')) as { readonly manifests: readonly { readonly digest: string }[] };
  expect(index).toMatchObject({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [
      {
        artifactType: 'application/vnd.plumbline.release.v1+json',
        annotations: { 'org.opencontainers.image.ref.name': 'v1.0.0' },
      },
    ],
  });
  const manifest = await json('blobs', 'sha256', index.manifests[0]?.digest.slice(7) ?? '');
  expect(manifest).toMatchObject({
    schemaVersion: 2,
    config: { mediaType: 'application/vnd.oci.empty.v1+json', size: 2 },
    layers: [{ digest }, { digest, size: 4, annotations: { 'org.opencontainers.image.title': 'app.tgz' } }],
  });
});

test('what was acknowledged is there after kill -9, and the next writer completes the index', async () => {
  const folder = join(root, 'killed');
  const program = `
    import { openOciLayoutArchive } from ${JSON.stringify(new URL('open-oci-layout-archive.ts', import.meta.url).href)};
    const store = openOciLayoutArchive(${JSON.stringify(folder)});
    for (let n = 0; ; n += 1) {
      await store.addEntry({ name: 'v' + n, text: n + '\\n', objects: [] });
      process.stdout.write(n + '\\n');
    }`;
  const writer = spawn(process.execPath, ['--conditions=source', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = '';
  writer.stdout.on('data', (chunk: Buffer) => {
    acknowledged += chunk.toString();
    if (acknowledged.split('\n').length > 20) writer.kill('SIGKILL');
  });
  await onceEvent(writer, 'close');
  const store = openOciLayoutArchive(folder);
  const numbers = acknowledged.split('\n').slice(0, -1);
  const names = new Set((await store.entries()).map(({ name }) => name));
  expect(numbers.filter((n) => !names.has(`v${n}`))).toEqual([]);
  await store.addEntry({ name: 'after', text: '{}\n', objects: [] });
  expect((await store.entries()).filter(({ fault }) => fault !== undefined)).toEqual([]);
});
