// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { writeTar } from '../../feeds/bundle/write-tar.ts';
import { buildZip } from '../../testing/build-zip.ts';
import { useFolders } from '../../testing/feed-folders.ts';
import { sourceOfArchive } from './source-of-archive.ts';

const folderWith = useFolders();
const text = Buffer.from('text\n');
const tar = (...names: readonly string[]): Buffer =>
  Buffer.concat([...writeTar(names.map((name) => ({ name, bytes: text })))]);
const signal = new AbortController().signal;

function linkTo(target: string): Buffer {
  const archive = Buffer.concat([...writeTar([{ name: 'a-1/link', bytes: Buffer.alloc(0) }])]);
  archive.write('2', 156);
  archive.write(target, 157);
  return archive;
}

async function written(
  bytes: Buffer,
  reversed = false,
): Promise<{ readonly source: Awaited<ReturnType<typeof sourceOfArchive>>; readonly folder: string }> {
  const source = await sourceOfArchive(join(folderWith({ a: bytes }), 'a'), folderWith({}));
  const folder = join(folderWith({}), 'source');
  mkdirSync(folder);
  await source.write({ folder, isIn: () => true, reversed, signal });
  return { source, folder };
}

test.each([
  ['tar', tar('a-1/build.sh', 'a-1/src/x.c')],
  ['tar.gz', gzipSync(tar('a-1/build.sh', 'a-1/src/x.c'))],
  ['tar.zst', zstdCompressSync(tar('a-1/build.sh', 'a-1/src/x.c'))],
  ['tar with dots', tar('./a-1/build.sh', './a-1/src/x.c')],
  [
    'zip',
    buildZip([
      { name: 'a-1/build.sh', bytes: text },
      { name: 'a-1/src/x.c', bytes: text },
    ]),
  ],
])('a %s without the folder that all lies in', async (_, bytes) => {
  for (const reversed of [false, true]) {
    const { source, folder } = await written(bytes, reversed);
    expect(source.paths).toEqual(['build.sh', 'src/x.c']);
    expect(readFileSync(join(folder, 'src/x.c'), 'utf8')).toBe('text\n');
    expect(source.material).toEqual({
      name: 'source',
      uri: null,
      digest: { sha256: createHash('sha256').update(bytes).digest('hex') },
    });
    expect(await source.readText('build.sh')).toBe('text\n');
    expect(await source.readText('plumbline-build.yaml')).toBeNull();
    expect(source.sourceDateEpoch).toBeGreaterThan(0);
  }
});

test('executable bits stay, and files at the top are not put elsewhere', async () => {
  const archive = tar('run', 'src/x');
  archive.write('0000755\0', 100);
  const { folder } = await written(gzipSync(archive));
  expect(readdirSync(folder).sort()).toEqual(['run', 'src']);
  expect((statSync(join(folder, 'run')).mode & 0o111) !== 0).toBe(true);
  expect((statSync(join(folder, 'src/x')).mode & 0o111) !== 0).toBe(false);
});

test.each([
  ['writes above itself', tar('a-1/../../x'), /outside the archive/u],
  ['writes to the root', tar('/etc/x'), /outside the archive/u],
  ['goes up and down again', tar('a-1/../b'), /no name of a file/u],
  ['has a name of Windows', buildZip([{ name: 'a\\b', bytes: text }]), /no name of a file/u],
  ['has a link within itself', linkTo('build.sh'), /is a link/u],
  ['has a link out of itself', linkTo('../../x'), /leads out/u],
  ['names a file twice', tar('a-1/x', 'a-1/x'), /same file twice/u],
  ['names a file and a folder alike', tar('a-1/x', 'a-1/x/y'), /same file twice/u],
  ['is torn', gzipSync(tar('a-1/x')).subarray(0, 60), /cannot be built from/u],
  ['is empty', Buffer.alloc(0), /no tar or zip|no file/u],
  ['is no archive', text, /no tar or zip/u],
  ['is packed in a way that is not read', Buffer.from('BZh91AY&SY'), /bzip2/u],
  ['unpacks to more than a file may be', gzipSync(bomb()), /larger than/u],
])('one that %s is refused', async (_, bytes, said) => {
  await expect(written(bytes)).rejects.toMatchObject({
    code: 'input-invalid',
    message: expect.stringMatching(said) as string,
  });
});

/** A header that announces a gibibyte. */
function bomb(): Buffer {
  const archive = tar('a-1/x');
  archive.write('10000000000\0', 124);
  return archive;
}

test('what is no file is none', async () => {
  await expect(sourceOfArchive('/dev/zero', folderWith({}))).rejects.toMatchObject({ code: 'input-unreadable' });
  await expect(sourceOfArchive('/nonexistent', folderWith({}))).rejects.toMatchObject({ code: 'input-unreadable' });
});
