// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { graphLines, type GraphCase, hex, json, lines, lockedTree } from './testing/graph-lines.ts';
import { unlistedPurls } from './testing/unlisted-purls.ts';

const h1 = `h1:${Buffer.from(hex, 'hex').toString('base64')}`;
const commit = 'f941b0a3ca094066dd9d5e002f48acdc5fda45a0';

const cases: readonly GraphCase[] = [
  [
    'Cargo.lock: the manifest says which direct dependency is for development',
    {
      'Cargo.toml': lines('[package]', 'name = "x"', '[dependencies]', 'a = "1"', '[dev-dependencies]', 'b = "2"'),
      'Cargo.lock': lines(
        'version = 4',
        '[[package]]',
        'name = "a"',
        'version = "1.0.0"',
        'source = "registry+https://github.com/rust-lang/crates.io-index"',
        `checksum = "${hex}"`,
        'dependencies = ["b 1.0.0"]',
        ...['1.0.0', '2.0.0'].flatMap((version) => [
          '[[package]]',
          'name = "b"',
          `version = "${version}"`,
          'source = "registry+https://github.com/rust-lang/crates.io-index"',
        ]),
        '[[package]]',
        'name = "g"',
        'version = "0.1.0"',
        `source = "git+https://github.com/o/g?branch=main#${commit}"`,
        '[[package]]',
        'name = "x"',
        'version = "0.1.0"',
        'dependencies = ["a", "b 2.0.0", "g"]',
      ),
    },
    [
      'asked: pkg:cargo/a@1.0.0 (runtime), pkg:cargo/b@2.0.0 (development), pkg:generic/g@0.1.0 (runtime)',
      'pkg:cargo/a@1.0.0 - - sha256:abab pkg:cargo/b@1.0.0',
      'pkg:cargo/b@1.0.0 - - - none',
      'pkg:cargo/b@2.0.0 - - - none',
      'pkg:generic/g@0.1.0 - - - none',
    ],
  ],
  [
    'poetry.lock: a hash for each archive, groups as scopes',
    {
      'poetry.lock': lines(
        '[[package]]',
        'name = "A_a"',
        'version = "1.0"',
        'groups = ["main"]',
        `files = [{file = "a-1.0.whl", hash = "sha256:${hex}"}, {file = "a-1.0.tar.gz", hash = "sha256:${'ba'.repeat(32)}"}]`,
        '[package.dependencies]',
        'B = ">=1"',
        '[[package]]',
        'name = "b"',
        'version = "2.0"',
        'groups = ["dev"]',
        'files = []',
      ),
    },
    [
      'asked: unknown',
      'pkg:pypi/a-a@1.0 runtime - sha256:abab(a-1.0.whl)+sha256:baba(a-1.0.tar.gz) pkg:pypi/b@2.0',
      'pkg:pypi/b@2.0 development - - none',
    ],
  ],
  [
    'uv.lock: members ask, some of it for development',
    {
      'uv.lock': lines(
        'version = 1',
        '[[package]]',
        'name = "x"',
        'source = { editable = "." }',
        'dependencies = [{ name = "a" }]',
        '[package.dev-dependencies]',
        'dev = [{ name = "b" }]',
        '[[package]]',
        'name = "a"',
        'version = "1.0"',
        'source = { registry = "https://index.example.org/simple" }',
        'dependencies = [{ name = "b" }]',
        `sdist = { url = "https://files.example.org/a/a-1.0.tar.gz#x", hash = "sha256:${hex}" }`,
        '[[package]]',
        'name = "b"',
        'version = "2.0"',
        'source = { registry = "https://index.example.org/simple" }',
      ),
    },
    [
      'asked: pkg:pypi/a@1.0 (runtime), pkg:pypi/b@2.0 (development)',
      'pkg:pypi/a@1.0 - - sha256:abab(a-1.0.tar.gz) pkg:pypi/b@2.0',
      'pkg:pypi/b@2.0 - - - none',
    ],
  ],
  [
    'pdm.lock and pylock.toml',
    {
      'pdm.lock': lines(
        '[metadata]',
        '[[package]]',
        'name = "a"',
        'version = "1.0"',
        'groups = ["default"]',
        'dependencies = ["b>=1; python_version < \'3\'"]',
        '[[package]]',
        'name = "b"',
        'version = "2.0"',
        'groups = ["test"]',
      ),
      'pylock.toml': lines(
        'lock-version = "1.0"',
        '[[packages]]',
        'name = "c"',
        'version = "3.0"',
        `wheels = [{name = "c.whl", hashes = {sha256 = "${hex}"}}]`,
      ),
    },
    [
      'asked: unknown',
      'pkg:pypi/a@1.0 runtime - - pkg:pypi/b@2.0',
      'pkg:pypi/b@2.0 development - - none',
      'asked: unknown',
      'pkg:pypi/c@3.0 - - sha256:abab(c.whl) ?',
    ],
  ],
  [
    'Pipfile.lock and a compiled requirements file: flat, with hashes',
    {
      'Pipfile.lock': json({
        _meta: {},
        default: { a: { version: '==1.0', hashes: [`sha256:${hex}`] } },
        develop: { b: { version: '==2.0' } },
      }),
      'requirements.txt': lines(`c==3.0 \\`, `    --hash=sha256:${hex} \\`, `    --hash=sha256:${'ba'.repeat(32)}`),
    },
    [
      'asked: unknown',
      'pkg:pypi/a@1.0 runtime - sha256:abab ?',
      'pkg:pypi/b@2.0 development - - ?',
      'asked: pkg:pypi/c@3.0 (runtime)',
      'pkg:pypi/c@3.0 - - sha256:abab+sha256:baba ?',
    ],
  ],
  [
    'go.sum: what go.mod builds, no more',
    {
      'go.mod': lines(
        'module x',
        'go 1.22',
        'require example.org/a v1.0.0',
        'require example.org/b v2.0.0 // indirect',
      ),
      'go.sum': lines(
        `example.org/a v1.0.0 ${h1}`,
        `example.org/b v1.9.0 ${h1}`,
        `example.org/b v2.0.0 ${h1}`,
        `example.org/b v2.0.0/go.mod ${h1}`,
      ),
    },
    [
      'asked: pkg:golang/example.org/a@v1.0.0 (runtime)',
      'pkg:golang/example.org/a@v1.0.0 - - sha256:abab ?',
      'pkg:golang/example.org/b@v2.0.0 - - sha256:abab ?',
    ],
  ],
  [
    'composer.lock: licences to choose from; the machine is no component',
    {
      'composer.lock': json({
        packages: [
          {
            name: 'V/A',
            version: 'v1.0.0',
            license: ['MIT', 'GPL-2.0-only'],
            require: { php: '>=8', 'v/b': '^2' },
            dist: { shasum: 'ef'.repeat(20) },
          },
        ],
        'packages-dev': [{ name: 'v/b', version: '2.0.0' }],
      }),
    },
    [
      'asked: unknown',
      'pkg:composer/v/a@1.0.0 runtime (MIT OR GPL-2.0-only) sha1:efef pkg:composer/v/b@2.0.0',
      'pkg:composer/v/b@2.0.0 development - - none',
    ],
  ],
  [
    'Gemfile.lock: gems of the repository itself ask too',
    {
      'Gemfile.lock': lines(
        'PATH',
        '  remote: .',
        '  specs:',
        '    own (1.0.0)',
        '      a (>= 1)',
        'GEM',
        '  remote: https://gems.example.org/',
        '  specs:',
        '    a (1.0.0)',
        '      b (>= 2)',
        '    b (2.0.0)',
        'DEPENDENCIES',
        '  own!',
        'CHECKSUMS',
        `  a (1.0.0) sha256=${hex}`,
      ),
    },
    [
      'asked: pkg:gem/a@1.0.0 (runtime)',
      'pkg:gem/a@1.0.0 - - sha256:abab pkg:gem/b@2.0.0',
      'pkg:gem/b@2.0.0 - - - none',
    ],
  ],
  [
    'packages.lock.json',
    {
      'packages.lock.json': json({
        version: 1,
        dependencies: {
          'net8.0': {
            A: {
              type: 'Direct',
              resolved: '1.0.0',
              contentHash: Buffer.from('cd'.repeat(64), 'hex').toString('base64'),
              dependencies: { B: '2.0.0' },
            },
            B: { type: 'Transitive', resolved: '2.0.0' },
            own: { type: 'Project', dependencies: { B: '2.0.0' } },
          },
        },
      }),
    },
    [
      'asked: pkg:nuget/a@1.0.0 (runtime), pkg:nuget/b@2.0.0 (runtime)',
      'pkg:nuget/a@1.0.0 - - sha512:cdcd pkg:nuget/b@2.0.0',
      'pkg:nuget/b@2.0.0 - - - none',
    ],
  ],
  [
    'lockfile.json of Maven, gradle.lockfile and verification-metadata.xml',
    {
      'lockfile.json': json({
        artifactId: 'x',
        dependencies: [
          {
            groupId: 'g',
            artifactId: 'a',
            version: '1.0',
            checksum: hex,
            checksumAlgorithm: 'SHA-256',
            scope: 'compile',
            children: [{ groupId: 'g', artifactId: 'b', version: '2.0', scope: 'test' }],
          },
        ],
      }),
      'g/gradle.lockfile': lines('g:c:3.0=runtimeClasspath,testRuntimeClasspath', 'g:d:4.0=testRuntimeClasspath'),
      'v/gradle/verification-metadata.xml': `<verification-metadata><components><component group="g" name="e" version="5.0"><artifact name="e-5.0.jar"><sha256 value="${hex}"/></artifact></component></components></verification-metadata>`,
    },
    [
      'asked: unknown',
      'pkg:maven/g/c@3.0 runtime - - ?',
      'pkg:maven/g/d@4.0 development - - ?',
      'asked: pkg:maven/g/a@1.0 (runtime)',
      'pkg:maven/g/a@1.0 runtime - sha256:abab pkg:maven/g/b@2.0',
      'pkg:maven/g/b@2.0 development - - none',
      'asked: unknown',
      'pkg:maven/g/e@5.0 - - sha256:abab(e-5.0.jar) ?',
    ],
  ],
  [
    'pubspec.lock and mix.lock',
    {
      'pubspec.lock': lines(
        'packages:',
        '  a:',
        '    dependency: "direct dev"',
        `    description: { name: a, sha256: ${hex} }`,
        '    source: hosted',
        '    version: "1.0.0"',
      ),
      'mix.lock': lines(
        '%{',
        `  "a": {:hex, :a, "1.0.0", "${'ba'.repeat(32)}", [:mix], [{:b, "~> 2.0", [hex: :b, repo: "hexpm", optional: false]}], "hexpm", "${hex}"},`,
        `  "b": {:hex, :b, "2.0.0", "${hex}", [:mix], [], "hexpm", "${hex}"},`,
        '}',
      ),
    },
    [
      'asked: unknown',
      'pkg:hex/a@1.0.0 - - sha256:abab pkg:hex/b@2.0.0',
      'pkg:hex/b@2.0.0 - - sha256:abab none',
      'asked: pkg:pub/a@1.0.0 (development)',
      'pkg:pub/a@1.0.0 - - sha256:abab ?',
    ],
  ],
];

test.each(cases)('%s', async (_, files, expected) => {
  expect(await graphLines(files)).toEqual(expected);
});

test.each(cases)('%s: a bill lists what the inventory does', async (_, files) => {
  expect(await unlistedPurls(files)).toEqual([]);
});

test('what nothing locks and what cannot be read is said; fixtures are passed over', async () => {
  const tree = await lockedTree({
    'package.json': json({ name: 'x', dependencies: { a: '1' } }),
    'sub/Cargo.lock': 'not = [toml',
    'test/fixtures/package-lock.json': json({ lockfileVersion: 3, packages: {} }),
  });
  expect(tree).toMatchObject({
    lockfiles: [],
    unlocked: [{ path: 'package.json', because: 'no lockfile covers the 1 dependencies that it names' }],
    unread: [{ path: 'sub/Cargo.lock' }],
    own: ['pkg:npm/x'],
  });
});
