// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PlumblineError } from '@plumbline/core/errors';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeTar } from '../feeds/bundle/write-tar.ts';
import { buildZip } from '../testing/build-zip.ts';
import { useFolders } from '../testing/feed-folders.ts';
import { readArtifact } from './read-artifact.ts';
import { refuseEscape } from '../platform/archives/safe-names.ts';
import { auditSection, buildElf, goSection } from './testing/build-executable.ts';

const folderWith = useFolders();
const json = Buffer.from('{"name":"a","version":"1.0.0"}');
const tarOf = (name: string, bytes: Buffer = json): Buffer => Buffer.concat([...writeTar([{ name, bytes }])]);

const artifact = (name: string, bytes: Buffer): string => join(folderWith({ [name]: bytes }), name);

const isOurs = (error: unknown): boolean => error === null || error instanceof PlumblineError;

/** What reading an artifact throws; null when it does not. */
const thrownBy = (path: string): Promise<unknown> =>
  readArtifact(path).then(
    () => null,
    (error: unknown) => error,
  );

function refusal(name: string, link: string | null): unknown {
  try {
    refuseEscape({ name, size: 0, link });
    return null;
  } catch (error) {
    return error;
  }
}

function tarLink(name: string, target: string, type: '1' | '2'): Buffer {
  const tar = tarOf(name, Buffer.alloc(0));
  tar.write(type, 156);
  tar.write(target, 157);
  return tar;
}

describe('refused, with a reason', () => {
  test.each([
    [
      'a zip that writes above its root',
      'a.zip',
      buildZip([{ name: '../../etc/passwd', bytes: json }]),
      /outside the archive/u,
    ],
    ['a zip with an absolute name', 'a.zip', buildZip([{ name: '/etc/passwd', bytes: json }]), /outside the archive/u],
    [
      'a zip with a name of Windows',
      'a.zip',
      buildZip([{ name: 'a\\..\\..\\b', bytes: json }]),
      /outside the archive/u,
    ],
    [
      'a zip with a link out of its root',
      'a.whl',
      buildZip([{ name: 'a/link', bytes: Buffer.from('../../etc/passwd'), lies: { mode: 0o120_777 } }]),
      /link that leads out/u,
    ],
    ['a tar that writes above its root', 'a.tgz', gzipSync(tarOf('package/../../x')), /outside the archive/u],
    ['a tar with a link out of its root', 'a.tar', tarLink('package/link', '../../x', '2'), /link that leads out/u],
    [
      'a jar within a jar that writes above its root',
      'a.jar',
      buildZip([{ name: 'b.jar', bytes: buildZip([{ name: '../x', bytes: json }]) }]),
      /outside the archive/u,
    ],
    [
      'a zip that unpacks to more than it announces',
      'a.zip',
      buildZip([{ name: 'node_modules/a/package.json', bytes: Buffer.alloc(10_000_000), lies: { size: 100 } }]),
      /does not unpack/u,
    ],
    ['gzip that is torn', 'a.tgz', gzipSync(tarOf('package/package.json')).subarray(0, 60), /cannot be read/u],
    ['a file of no kind', 'a.txt', Buffer.from('hello'), /no kind of artifact/u],
    ['an empty file', 'a.tgz', Buffer.alloc(0), /no kind of artifact/u],
  ])('%s', async (_, name, bytes, said) => {
    const refused = readArtifact(artifact(name, bytes));
    await expect(refused).rejects.toBeInstanceOf(PlumblineError);
    await expect(refused).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringMatching(said) as string,
    });
  });

  test('nothing of that name', async () => {
    await expect(readArtifact('/nonexistent/x')).rejects.toMatchObject({ code: 'input-unreadable' });
    await expect(readArtifact('/dev/zero')).rejects.toMatchObject({ code: 'input-unreadable' });
  });

  test('not: what is large and tells nothing, which is never unpacked', async () => {
    const jar = buildZip([{ name: 'x.bin', bytes: Buffer.alloc(60 * 1024 * 1024) }]);
    const middle = buildZip([{ name: 'y.jar', bytes: jar }]);
    const many = buildZip(Array.from({ length: 40 }, (_, index) => ({ name: `${index}.jar`, bytes: middle })));
    const contents = await readArtifact(artifact('a.jar', many));
    expect(contents.packages).toHaveLength(80);
  });
});

describe('costs only itself', () => {
  test('archives within archives, deeper than any are', async () => {
    let bytes = buildZip([{ name: 'x', bytes: json }]);
    for (let depth = 0; depth < 10; depth += 1) bytes = buildZip([{ name: `d${depth}.jar`, bytes }]);
    const contents = await readArtifact(artifact('a.jar', bytes));
    expect(contents.remarks[0]).toMatch(/more than 4 deep/u);
  });

  test('a jar within a jar that is torn', async () => {
    const contents = await readArtifact(artifact('a.jar', buildZip([{ name: 'b.jar', bytes: Buffer.from('PK') }])));
    expect(contents.remarks[0]).toMatch(/a\.jar!\/b\.jar: /u);
  });

  test('metadata that is none, and names that are hostile', async () => {
    const folder = folderWith({
      'node_modules/a/package.json': '{"name":',
      'node_modules/b/package.json': '{"name":"../../etc","version":"1\\u0000"}',
      'b-1.dist-info/METADATA': 'Name: ../..\nVersion: 1\n',
      'var/lib/dpkg/status': `${'Package: x\n'.repeat(10)}\u0000\n\n: \n`,
    });
    const contents = await readArtifact(folder);
    for (const { name } of contents.packages) expect(typeof name).toBe('string');
  });

  test('links of a folder are not followed, in loops or out of it', async () => {
    const folder = folderWith({ 'a/x': '' });
    mkdirSync(join(folder, 'b'));
    symlinkSync('..', join(folder, 'b', 'up'));
    symlinkSync('/', join(folder, 'b', 'root'));
    expect(await readArtifact(folder)).toMatchObject({ packages: [], own: null });
  });

  test('executables with headers that point anywhere', async () => {
    const elf = buildElf([{ name: '.go.buildinfo', bytes: goSection('go1.22', 'mod\tx\tv1\n') }]);
    await fc.assert(
      fc.asyncProperty(fc.nat(elf.length - 1), fc.nat(255), async (at, byte) => {
        const broken = Buffer.from(elf);
        broken[at] = byte;
        expect(await thrownBy(artifact('x', broken))).toSatisfy(isOurs);
      }),
      { numRuns: 200 },
    );
  });

  test('a list of crates that explodes', async () => {
    const bytes = auditSection([{ name: 'a'.repeat(20_000_000), version: '1' }]);
    const contents = await readArtifact(artifact('x', buildElf([{ name: '.dep-v0', bytes }])));
    expect(contents.remarks).toEqual(['x: its list of crates cannot be unpacked']);
  });

  test('whatever an archive holds, nothing but an error of ours is thrown', async () => {
    const whole = buildZip([
      { name: 'node_modules/a/package.json', bytes: json },
      { name: 'b.jar', bytes: buildZip([{ name: 'META-INF/MANIFEST.MF', bytes: Buffer.from('A: b\n') }]) },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.nat(255),
        fc.constantFrom('a.jar', 'a.zip'),
        async (at, byte, name) => {
          const broken = Buffer.from(whole);
          broken[at] = byte;
          expect(await thrownBy(artifact(name, broken))).toSatisfy(isOurs);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['a/b', null, false],
  ['a/../b', null, false],
  ['./a', null, false],
  ['a/b', '../c', false],
  ['a/b', '../../c', true],
  ['a/b', '/usr/lib', false],
  ['..', null, true],
  ['C:/x', null, true],
  ['a/../../b', null, true],
])('%s, which leads to %s, leaves the archive: %s', (name, link, leaves) => {
  const refused = refusal(name, link);
  expect(refused !== null).toBe(leaves);
});

test.skipIf(process.platform === 'win32')('a named pipe is refused, and nobody waits for its other end', async () => {
  const pipe = join(folderWith({}), 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect(await thrownBy(pipe)).toMatchObject({ code: 'input-unreadable', message: 'neither a file nor a folder' });
});
