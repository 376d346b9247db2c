// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { anElf } from '@plumbline/formats/elf/fixtures';
import { aPe } from '@plumbline/formats/pe/fixtures';
import { expect, test } from 'vitest';
import { writeTar } from '../feeds/bundle/write-tar.ts';
import { buildZip } from '../testing/build-zip.ts';
import { useFolders } from '../testing/feed-folders.ts';
import { readBinaries } from './read-binaries.ts';

const folderWith = useFolders();
const read = (bytes: Uint8Array): ReturnType<typeof readBinaries> => readBinaries(join(folderWith({ a: bytes }), 'a'));
const zip = (name: string, bytes: Uint8Array): Buffer => buildZip([{ name, bytes: Buffer.from(bytes) }]);
const tar = (name: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([...writeTar([{ name, bytes: Buffer.from(bytes) }])]);
const soft = anElf({ relro: false });

test.each([
  ['itself', soft, ''],
  ['in a zip', zip('bin/app', soft), 'bin/app'],
  ['in a tar', tar('bin/app', soft), 'bin/app'],
  ['in a tar.gz', gzipSync(tar('bin/app', soft)), 'bin/app'],
  ['packed alone', gzipSync(soft), ''],
  ['in an archive within an archive', gzipSync(tar('lib/a.jar', zip('native/a.so', soft))), 'lib/a.jar!native/a.so'],
])('an ELF file: %s', async (_, bytes, path) => {
  expect(await read(bytes)).toMatchObject([
    { path, format: 'elf', hardened: false, protections: { relro: 'missing' } },
  ]);
});

test('a PE file; an object file has nothing to judge', async () => {
  expect(await read(aPe())).toMatchObject([{ path: '', format: 'pe' }]);
  expect(await read(tar('a.o', anElf({ type: 'object' })))).toEqual([]);
});

test.each([
  ['text', Buffer.from('plain')],
  ['text in archives', gzipSync(tar('a.zip', zip('x', Buffer.from('x'))))],
  ['classes of Java', zip('A.class', Buffer.from('cafebabe00000034', 'hex'))],
  ['WebAssembly', Buffer.from('0061736d01000000', 'hex')],
])('no binaries: %s', async (_, bytes) => {
  expect(await read(bytes)).toEqual([]);
});

test.each([
  ['xz', Buffer.from('fd377a585a000000', 'hex')],
  ['a Debian package', Buffer.from('!<arch>\ndebian-binary \0')],
  ['Mach-O', tar('bin/app', Buffer.from('cffaedfe07000001', 'hex'))],
  ['Mach-O for two processors', tar('bin/app', Buffer.from('cafebabe00000002', 'hex'))],
  ['an ELF file that is damaged', zip('bin/app', anElf().subarray(0, 40))],
  ['a torn zip', zip('bin/app', soft).subarray(0, 100)],
  ['a torn gzip', gzipSync(tar('bin/app', soft)).subarray(0, 100)],
  ['archives in archives without end', zip('1', zip('2', zip('3', zip('4', soft))))],
  ['an unknown kind of file', Buffer.from([1, 0, 2, 0])],
])('not all of it can be looked into: %s', async (_, bytes) => {
  expect(await read(bytes)).toBeNull();
});
