// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Digest } from '@plumbline/core/digest';
import { afterAll, expect, test } from 'vitest';
import { archiveStoreContract } from '../../testing/archive-store-contract.ts';
import { openDirectoryArchive } from './open-directory-archive.ts';

const root = await mkdtemp(join(tmpdir(), 'plumbline-archive-'));
afterAll(() => rm(root, { recursive: true, force: true }));

archiveStoreContract('directory', (place) => Promise.resolve(openDirectoryArchive(join(root, place))));

const digestOf = (bytes: Uint8Array): Digest => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

test('a link that leads out of the archive is not followed', async () => {
  const outside = join(root, 'outside');
  const folder = join(root, 'linked');
  await mkdir(outside);
  await mkdir(join(folder, 'objects'), { recursive: true });
  await symlink(outside, join(folder, 'objects', 'sha256'));
  await symlink(outside, join(folder, 'releases'));
  const store = openDirectoryArchive(folder);
  const object = { name: 'x', digest: digestOf(Buffer.from('x')), size: 1 };
  await expect(
    store.put(
      object,
      (async function* () {
        yield Buffer.from('x');
      })(),
    ),
  ).rejects.toMatchObject({ code: 'input-unreadable' });
  await expect(store.entries()).rejects.toMatchObject({ code: 'input-unreadable' });
  expect(await readdir(outside)).toEqual([]);
});

test('what was acknowledged is there after kill -9, and nothing torn is seen', async () => {
  const folder = join(root, 'killed');
  const program = `
    import { createHash } from 'node:crypto';
    import { openDirectoryArchive } from ${JSON.stringify(new URL('open-directory-archive.ts', import.meta.url).href)};
    const store = openDirectoryArchive(${JSON.stringify(folder)});
    for (let n = 0; ; n += 1) {
      const bytes = Buffer.alloc(200_000, String(n));
      const object = { name: 'x', digest: 'sha256:' + createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
      await store.put(object, (async function* () { yield bytes.subarray(0, 100_000); yield bytes.subarray(100_000); })());
      await store.addEntry({ name: 'v' + n, text: n + '\\n', objects: [object] });
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
  await once(writer, 'close');
  const store = openDirectoryArchive(folder);
  const names = new Set((await store.entries()).map(({ name }) => name));
  const numbers = acknowledged.split('\n').slice(0, -1).map(Number);
  expect(numbers.length).toBeGreaterThan(10);
  expect(numbers.filter((n) => !names.has(`v${n}`))).toEqual([]);
  for await (const { digest, size } of store.objects()) {
    const hash = createHash('sha256');
    for await (const chunk of (await store.read(digest)) ?? []) hash.update(chunk);
    expect([size, `sha256:${hash.digest('hex')}`]).toEqual([200_000, digest]);
  }
});
