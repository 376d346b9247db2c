// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { ArtifactContents } from '@plumbline/core/sbom/artifact-contents';
import { describe, expect, test } from 'vitest';
import { writeTar } from '../feeds/bundle/write-tar.ts';
import { buildZip } from '../testing/build-zip.ts';
import { useFolders } from '../testing/feed-folders.ts';
import { readArtifact } from './read-artifact.ts';
import { auditSection, buildElf, buildPe, goSection } from './testing/build-executable.ts';

const folderWith = useFolders();
type Texts = { readonly [name: string]: string | Buffer };

const filesOf = (texts: Texts): readonly { readonly name: string; readonly bytes: Buffer }[] =>
  Object.entries(texts).map(([name, content]) => ({ name, bytes: Buffer.from(content) }));
const zip = (texts: Texts): Buffer => buildZip(filesOf(texts));
const tar = (texts: Texts): Buffer => Buffer.concat([...writeTar(filesOf(texts))]);
const read = (name: string, bytes: Buffer): Promise<ArtifactContents> =>
  readArtifact(join(folderWith({ [name]: bytes }), name));

/** Package URLs, or names and versions, with what they need. */
function listed({ packages, own }: ArtifactContents): readonly string[] {
  const all = new Map([...packages, ...(own === null ? [] : [own])].map((found) => [found.id, found]));
  return packages.map(({ purl, name, version, needs }) => {
    const there = needs?.flatMap((ids) => ids.map((id) => all.get(id)?.name).find((one) => one !== undefined) ?? []);
    return `${purl ?? `${name} ${version}`} -> ${there === undefined ? '?' : there.join(', ') || 'none'}`;
  });
}

/** One member of an ar archive. */
const member = (name: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`${name.padEnd(16)}${'0'.padEnd(32)}${String(bytes.length).padEnd(10)}\`\n`),
    bytes,
    Buffer.alloc(bytes.length % 2, 0x0a),
  ]);

const json = (value: unknown): string => JSON.stringify(value);
const metadata = (name: string, version: string, more = ''): string =>
  `Metadata-Version: 2.4\nName: ${name}\nVersion: ${version}\n${more}\nFree text\nName: not-this\n`;
const properties = (artifact: string, version: string): string =>
  `#Generated\ngroupId=org.example\nartifactId=${artifact}\nversion=${version}\n`;

/** The tar of a package `a` 1.0.0, as xz packs it. */
const packedByXz = Buffer.from(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Cf/AIBdADgYSJnNF3UkaRikttOf6OO2F2r+H5A1Hug5ainWz0r0OEXU9YRFPMBPgtwHwyzu6WRzDXq0i3ioOd0rZhz+KtQ2bhDNXjZ7DKphro7+zFFQpE/mcek3lEuEiYBmCv8V3BVRb+vesu9Ufh4KKaBGoi8PFQ21BqwWzZxRuX8FxjYAAFgrF0v/7JQFAAGcAYBQAADes3QVscRn+wIAAAAABFla',
  'base64',
);

describe('what an artifact is, and what is in it', () => {
  test('an npm tarball with bundled packages: each finds what it needs as Node does', async () => {
    const contents = await read(
      'a-1.0.0.tgz',
      gzipSync(
        tar({
          'package/package.json': json({ name: '@s/a', version: '1.0.0', license: 'MIT', dependencies: { b: '1' } }),
          'package/node_modules/b/package.json': json({ name: 'b', version: '1.0.0', dependencies: { c: '1' } }),
          'package/node_modules/c/package.json': json({ name: 'c', version: '2.0.0' }),
          'package/node_modules/b/node_modules/c/package.json': json({ name: 'c', version: '1.0.0' }),
          'package/index.js': 'x',
        }),
      ),
    );
    expect(contents.own).toMatchObject({ purl: 'pkg:npm/%40s/a@1.0.0', license: 'MIT' });
    expect(listed(contents)).toEqual(['pkg:npm/b@1.0.0 -> c', 'pkg:npm/c@2.0.0 -> none', 'pkg:npm/c@1.0.0 -> none']);
    expect(contents.hashes.map(({ algorithm }) => algorithm)).toEqual(['sha256', 'sha512']);
  });

  test('a wheel, and a sdist that says it twice', async () => {
    const wheel = zip({
      'a_b-1.0.dist-info/METADATA': metadata('A_b', '1.0', 'License-Expression: MIT\nRequires-Dist: c (>=1)\n'),
      'a_b/_vendor/c-2.0.dist-info/METADATA': metadata(
        'c',
        '2.0',
        'Classifier: License :: OSI Approved :: MIT License\n',
      ),
    });
    const contents = await read('a_b-1.0-py3-none-any.whl', wheel);
    expect(contents.own).toMatchObject({ purl: 'pkg:pypi/a-b@1.0', license: 'MIT', needs: [['pypi:c']] });
    expect(listed(contents)).toEqual(['pkg:pypi/c@2.0 -> none']);
    const sdist = await read(
      'a_b-1.0.tar.gz',
      gzipSync(
        tar({ 'a_b-1.0/PKG-INFO': metadata('A_b', '1.0'), 'a_b-1.0/a_b.egg-info/PKG-INFO': metadata('A_b', '1.0') }),
      ),
    );
    expect(sdist).toMatchObject({ own: { purl: 'pkg:pypi/a-b@1.0' }, packages: [] });
  });

  test('a war: jars inside it, what was shaded into them, one that says nothing of itself', async () => {
    const inner = zip({ 'META-INF/maven/org.example/inner/pom.properties': properties('inner', '1.0') });
    const shaded = zip({
      'META-INF/maven/org.example/shader/pom.properties': properties('shader', '2.0'),
      'META-INF/maven/org.example/hidden/pom.properties': properties('hidden', '3.0'),
      'META-INF/MANIFEST.MF':
        'Manifest-Version: 1.0\r\nImplementation-Vendor: The Exam\r\n ple Project\r\nBundle-License: Apache-2.0\r\n\r\n',
      'lib/inner-1.0.jar': inner,
    });
    const contents = await read(
      'app-1.0.war',
      zip({ 'WEB-INF/lib/shader-2.0.jar': shaded, 'WEB-INF/lib/silent-4.5.jar': zip({ x: 'y' }) }),
    );
    expect(contents.own).toMatchObject({ name: 'app', version: '1.0', purl: null });
    expect(listed(contents).toSorted()).toEqual([
      'pkg:maven/org.example/hidden@3.0 -> ?',
      'pkg:maven/org.example/inner@1.0 -> ?',
      'pkg:maven/org.example/shader@2.0 -> org.example/hidden, org.example/inner',
      'silent 4.5 -> ?',
    ]);
    const found = contents.packages.find(({ name }) => name === 'org.example/shader');
    expect(found).toMatchObject({ supplier: 'The Example Project', license: 'Apache-2.0' });
    expect(found?.hashes).toContainEqual({
      algorithm: 'sha1',
      value: createHash('sha1').update(shaded).digest('hex'),
      file: null,
    });
  });

  test.each([
    ['ELF', (bytes: Buffer) => buildElf([{ name: '.go.buildinfo', bytes }])],
    [
      'PE',
      (bytes: Buffer) =>
        buildPe([
          { name: '.text', bytes: Buffer.alloc(10) },
          { name: '.data', bytes },
        ]),
    ],
  ])(
    'a Go binary (%s): modules, those that stand in for others, the standard library, the commit',
    async (_, build) => {
      const sum = `h1:${Buffer.from('ab'.repeat(32), 'hex').toString('base64')}`;
      const info = [
        'path\texample.org/x/cmd/x',
        'mod\texample.org/x\tv1.2.3\t',
        `dep\texample.org/a\tv1.0.0\t${sum}`,
        'dep\texample.org/b\tv2.0.0',
        `=>\texample.org/fork\tv2.0.1\t${sum}`,
        'build\tvcs.revision=f941b0a3ca094066dd9d5e002f48acdc5fda45a0',
        'build\tvcs.modified=false',
      ];
      const contents = await read('x', build(goSection('go1.22.1', `${info.join('\n')}\n`)));
      expect(listed(contents)).toEqual([
        'pkg:golang/stdlib@1.22.1 -> ?',
        'pkg:golang/example.org/a@v1.0.0 -> ?',
        'pkg:golang/example.org/fork@v2.0.1 -> ?',
      ]);
      expect(contents).toMatchObject({
        commit: 'f941b0a3ca094066dd9d5e002f48acdc5fda45a0',
        own: { purl: 'pkg:golang/example.org/x@v1.2.3', type: 'application' },
      });
    },
  );

  test("a Rust binary with cargo-auditable's list: what only built it is left out", async () => {
    const bytes = auditSection([
      { name: 'a', version: '1.0.0', source: 'crates.io', dependencies: [1] },
      { name: 'b', version: '2.0.0', source: 'git' },
      { name: 'cc', version: '1.0.0', source: 'crates.io', kind: 'build' },
      { name: 'x', version: '0.1.0', source: 'local', dependencies: [0, 2], root: true },
    ]);
    const contents = await read('x', buildElf([{ name: '.dep-v0', bytes }]));
    expect(listed(contents)).toEqual(['pkg:cargo/a@1.0.0 -> b', 'pkg:generic/b@2.0.0 -> none']);
    expect(contents.own).toMatchObject({ name: 'x', version: '0.1.0' });
  });

  test('a database of dpkg in a folder: alternatives, and what was removed', async () => {
    const status = [
      'Package: a\nStatus: install ok installed\nMaintainer: A <a@example.org>\nArchitecture: amd64\nVersion: 1:2.0-1\nDepends: b (>= 1) | c,\n d\nDescription: x\n more\n .\n',
      'Package: c\nStatus: install ok installed\nVersion: 1\n',
      'Package: d\nStatus: deinstall ok config-files\nVersion: 1\n',
    ];
    const contents = await readArtifact(folderWith({ 'var/lib/dpkg/status': status.join('\n') }));
    expect(listed(contents)).toEqual(['pkg:deb/debian/a@1:2.0-1?arch=amd64 -> c', 'pkg:deb/debian/c@1 -> none']);
    expect(contents.packages[0]?.supplier).toBe('A <a@example.org>');
  });

  test('a Debian package, whose tar is packed in a way that is read or not', async () => {
    const control = 'Package: a\nVersion: 1.0\nArchitecture: all\n';
    const deb = (packed: Buffer, ending: string): Buffer =>
      Buffer.concat([
        Buffer.from('!<arch>\n'),
        member('debian-binary', Buffer.from('2.0\n')),
        member(`control.tar.${ending}`, packed),
        member('data.tar', tar({ './usr/lib/node_modules/b/package.json': json({ name: 'b', version: '1.0.0' }) })),
      ]);
    const whole = await read('a_1.0_all.deb', deb(zstdCompressSync(tar({ './control': control })), 'zst'));
    expect(whole.own).toMatchObject({ purl: 'pkg:deb/debian/a@1.0?arch=all' });
    expect(listed(whole)).toEqual(['pkg:npm/b@1.0.0 -> none']);
    const other = await read('a_1.0_all.deb', deb(Buffer.from('BZh9......'), 'bz2'));
    expect(other.own).toMatchObject({ purl: 'pkg:deb/debian/a@1.0?arch=all' });
    expect(other.remarks).toEqual(['control.tar.bz2: packed with bzip2, which is not read here']);
  });

  test('a folder of installed packages is itself none of them', async () => {
    const folder = folderWith({
      'node_modules/a/package.json': json({ name: 'a', version: '1.0.0' }),
      'a-1.0.dist-info/METADATA': metadata('a', '1.0'),
      bin: buildElf([{ name: '.go.buildinfo', bytes: goSection('go1.22', 'mod\tx.org/x\t(devel)\n') }]),
    });
    expect(listed(await readArtifact(folder)).toSorted()).toEqual([
      'pkg:golang/stdlib@1.22 -> ?',
      'pkg:golang/x.org/x -> stdlib',
      'pkg:npm/a@1.0.0 -> none',
      'pkg:pypi/a@1.0 -> none',
    ]);
  });
});

describe('who made it, as the artifact itself says', () => {
  const pom = '<project><organization><name>Example &amp; Sons</name></organization></project>';
  const nuspec =
    '<package><metadata><id>Lantern</id><version>1.2.0</version><authors>Ada, Grace</authors><license type="expression">MIT</license></metadata></package>';
  const gemspec =
    'Gem::Specification.new do |s|\n  s.name = "lantern".freeze\n  s.version = "1.0"\n  s.authors = ["Ada".freeze, "Grace".freeze]\n  s.licenses = ["MIT".freeze]\n  s.add_runtime_dependency(%q<rack>.freeze, [">= 2"])\nend\n';
  test.each([
    [
      'a.tgz',
      gzipSync(
        tar({ 'package/package.json': json({ name: 'a', author: 'Ada <a@example.org> (https://example.org)' }) }),
      ),
      { name: 'Ada', as: 'author' },
    ],
    [
      'a.tgz',
      gzipSync(tar({ 'package/package.json': json({ name: 'a', author: { name: 'Ada', email: 'a@example.org' } }) })),
      { name: 'Ada', as: 'author' },
    ],
    ['a.tgz', gzipSync(tar({ 'package/package.json': json({ name: 'a', author: '<a@example.org>' }) })), undefined],
    [
      'a-1.whl',
      zip({ 'a-1.dist-info/METADATA': metadata('a', '1', 'Author-email: Ada <a@example.org>\n') }),
      { name: 'Ada', as: 'author' },
    ],
    [
      'a-1.whl',
      zip({ 'a-1.dist-info/METADATA': metadata('a', '1', 'Maintainer: Grace\n') }),
      { name: 'Grace', as: 'author' },
    ],
    [
      'a-1.jar',
      zip({
        'META-INF/maven/org.example/a/pom.properties': properties('a', '1'),
        'META-INF/maven/org.example/a/pom.xml': pom,
      }),
      { name: 'Example & Sons', as: 'manufacturer' },
    ],
    ['lantern.nupkg', zip({ 'Lantern.nuspec': nuspec }), { name: 'Ada, Grace', as: 'author' }],
  ])('%s', async (name, bytes, originator) => {
    const { own } = await read(name, bytes);
    expect(own).not.toBeNull();
    expect(own?.originator).toEqual(originator);
    // who wrote it and who supplies it are two questions
    expect(own?.supplier).toBeNull();
  });

  test('installed gems', async () => {
    const { packages } = await readArtifact(folderWith({ 'gems/specifications/lantern-1.0.gemspec': gemspec }));
    expect(packages).toMatchObject([
      {
        purl: 'pkg:gem/lantern@1.0',
        license: 'MIT',
        originator: { name: 'Ada, Grace', as: 'author' },
        needs: [['gem:rack']],
      },
    ]);
  });
});

describe('packed with xz', () => {
  test('a tar', async () => {
    const { own } = await read('a.tar.xz', packedByXz);
    expect(own).toMatchObject({ purl: 'pkg:npm/a@1.0.0' });
  });

  test('one that is torn, and the next one after it', async () => {
    for (const cut of [40, 100])
      await expect(read('a.tar.xz', packedByXz.subarray(0, cut))).rejects.toMatchObject({ code: 'input-invalid' });
    const altered = Buffer.from(packedByXz);
    altered[60] = (altered[60] ?? 0) ^ 1;
    await expect(read('a.tar.xz', altered)).rejects.toMatchObject({ code: 'input-invalid' });
    expect((await read('a.tar.xz', packedByXz)).own).not.toBeNull();
  });

  test('with a filter that is not read is said so', async () => {
    const filtered = Buffer.from(
      '/Td6WFoAAATm1rRGAgEEACEBDADWfBivAQAEaGVsbG8AAAAAsTe52+XaHpsAAR0FuC2Arx+2830BAAAAAARZWg==',
      'base64',
    );
    const { own, remarks } = await read('a.tar.xz', filtered);
    expect({ own, remarks }).toEqual({
      own: null,
      remarks: ['a.tar.xz: packed with xz and a filter or a check that is not read here'],
    });
  });
});
