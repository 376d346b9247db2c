// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildZip } from '../../testing/build-zip.ts';
import { writeTar } from '../bundle/write-tar.ts';
import { useFolders } from '../../testing/feed-folders.ts';
import type { FeedFile } from './feed-file.ts';
import { feedFiles } from './feed-files.ts';

const folderWith = useFolders();
const file = { name: 'a.json', bytes: Buffer.from('{"id":1}') };

async function filesIn(name: string, bytes: Uint8Array): Promise<readonly FeedFile[]> {
  const files: FeedFile[] = [];
  for await (const found of feedFiles(join(folderWith({ [name]: bytes }), name))) files.push(found);
  return files;
}

describe.each([
  [
    'that unpacks to more than it announces',
    buildZip([{ ...file, bytes: Buffer.alloc(10_000_000), lies: { size: 100 } }]),
  ],
  ['that announces more than any advisory has', buildZip([{ ...file, lies: { size: 1_000_000_000 } }])],
  ['whose checksum is another', buildZip([{ ...file, lies: { sum: 1 } }])],
  ['that is encrypted', buildZip([{ ...file, lies: { flags: 1 } }])],
  ['that is cut short', buildZip([file]).subarray(0, 40)],
  ['without its files', buildZip([file]).subarray(30)],
])('a zip %s', (_, bytes) => {
  test('is refused', async () => {
    const whole = Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes.subarray(4)]);
    await expect(filesIn('a.zip', whole)).rejects.toMatchObject({ code: 'input-invalid' });
  });
});

test('names that lead outside are only names, links are none of the files', async () => {
  const zip = buildZip([
    { name: '../../../tmp/evil.json', bytes: file.bytes },
    { name: 'link.json', bytes: Buffer.from('/etc/passwd'), lies: { mode: 0o120_777 } },
  ]);
  expect((await filesIn('a.zip', zip)).map(({ name }) => name)).toEqual(['../../../tmp/evil.json']);
});

test('a tar with links, folders and torn ends', async () => {
  const tar = Buffer.concat([...writeTar([file])]);
  const link = Buffer.from(tar);
  link.write('2', 156);
  expect(await filesIn('a.tar', link)).toEqual([]);
  await expect(filesIn('a.tar', tar.subarray(0, 600))).rejects.toMatchObject({ code: 'input-invalid' });
  const huge = Buffer.from(tar);
  huge.write('77777777777\0', 124);
  await expect(filesIn('a.tar', huge)).rejects.toMatchObject({ code: 'input-invalid' });
});

test('gzip that is torn, and gzip that unpacks to more than it may', async () => {
  const packed = gzipSync(Buffer.from('a'.repeat(1000)));
  await expect(filesIn('a.json.gz', packed.subarray(0, 12))).rejects.toMatchObject({ code: 'input-invalid' });
  const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024), { level: 1 });
  await expect(filesIn('a.json.gz', bomb)).rejects.toMatchObject({ code: 'input-invalid' });
});

test('any bytes behind a magic number are read or refused', async () => {
  const magic = fc.constantFrom('PK\u0003\u0004', '\u001f\u008b\u0008', 'PK\u0005\u0006');
  const zip = buildZip([file, file]);
  await fc.assert(
    fc.asyncProperty(
      magic,
      fc.uint8Array({ maxLength: 300 }),
      fc.nat(zip.length - 1),
      fc.nat(255),
      async (start, rest, at, byte) => {
        const broken = Buffer.from(zip);
        broken[at] = byte;
        for (const bytes of [Buffer.concat([Buffer.from(start, 'latin1'), rest]), broken]) {
          const refused = filesIn('a.zip', bytes).then(
            () => 'PlumblineError',
            ({ name }: Error) => name,
          );
          expect(await refused).toBe('PlumblineError');
        }
      },
    ),
    { numRuns: 60 },
  );
});
