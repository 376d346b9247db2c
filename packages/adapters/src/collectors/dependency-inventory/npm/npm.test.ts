// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { collectInventory, locksIn, purlsIn } from '../testing/collect-inventory.ts';

const integrity = 'sha512-9lpSSU4Mly3mrtruwLs1eLK6+gzbzqeBFwRNjIjE+9LuDpWdYctrQlQ3ej1Ilgi7gknpsTRnPoLP8DpCHqHIJw==';
const commit = 'f941b0a3ca094066dd9d5e002f48acdc5fda45a0';
const json = (value: unknown): string => JSON.stringify(value, null, 2);

const application = json({
  name: 'app',
  workspaces: ['packages/*'],
  dependencies: { semver: '^7.0.0', '@scope/a': '~1.2.0', local: 'workspace:*' },
  devDependencies: { fork: `github:owner/fork#${commit}` },
  optionalDependencies: { fsevents: '^2.0.0' },
});

const lock = (overrides: object = {}) =>
  json({
    lockfileVersion: 3,
    packages: {
      '': { name: 'app' },
      'node_modules/semver': {
        version: '7.8.6',
        resolved: 'https://registry.example.org/semver/-/semver-7.8.6.tgz',
        integrity,
      },
      'node_modules/@scope/a': { version: '1.2.9', integrity },
      'node_modules/@scope/a/node_modules/semver': { version: '6.3.1' },
      'node_modules/fork': { version: '1.0.0', resolved: `git+ssh://git@github.com/owner/fork.git#${commit}` },
      'node_modules/local': { resolved: 'packages/local', link: true },
      'node_modules/npm/node_modules/bundled': { version: '1.0.0', inBundle: true },
      'packages/local': { name: 'local', version: '1.0.0' },
      ...overrides,
    },
  });

describe('package-lock.json', () => {
  test('version 3: members, nested copies, git sources; bundled and linked packages are not fetched', async () => {
    const inventory = await collectInventory({
      'package.json': application,
      'package-lock.json': lock(),
      'packages/local/package.json': json({ name: 'local', dependencies: { semver: '^7.1.0' } }),
    });
    expect(locksIn(inventory)).toEqual([
      'package.json locked package-lock.json',
      'packages/local/package.json locked package-lock.json',
    ]);
    expect(inventory.lockfiles).toEqual([
      { path: 'package-lock.json', ecosystem: 'npm', role: 'shipped', external: 4, hashed: 3, canHash: true },
    ]);
    expect(purlsIn(inventory)).toEqual([
      `pkg:github/owner/fork@${commit}`,
      'pkg:npm/%40scope/a@1.2.9',
      'pkg:npm/bundled@1.0.0',
      'pkg:npm/semver@6.3.1 (no hash)',
      'pkg:npm/semver@7.8.6',
    ]);
  });

  test('disagrees when a direct dependency is missing or outside its range', async () => {
    const outside = await collectInventory({
      'package.json': application,
      'package-lock.json': lock({
        'node_modules/semver': { version: '6.0.0', integrity },
        'node_modules/@scope/a': undefined,
      }),
    });
    expect(outside.manifests[0]).toMatchObject({
      lock: 'disagrees',
      dependencies: 4,
      because: 'semver is locked to 6.0.0, outside ^7.0.0; @scope/a is not in the lock',
    });
  });

  test('version 1, npm-shrinkwrap.json', async () => {
    const inventory = await collectInventory({
      'package.json': json({ name: 'old', dependencies: { a: '^1.0.0' } }),
      'npm-shrinkwrap.json': json({
        lockfileVersion: 1,
        dependencies: { a: { version: '1.1.0', integrity, dependencies: { b: { version: '2.0.0' } } } },
      }),
    });
    expect(locksIn(inventory)).toEqual(['package.json locked npm-shrinkwrap.json']);
    expect(purlsIn(inventory)).toEqual(['pkg:npm/a@1.1.0', 'pkg:npm/b@2.0.0 (no hash)']);
  });

  test('a lock that cannot be read makes the state unknown, not missing', async () => {
    const inventory = await collectInventory({
      'package.json': application,
      'package-lock.json': '{"lockfileVersion": 3,',
    });
    expect(locksIn(inventory)).toEqual(['package.json unknown package-lock.json']);
    expect(inventory.unread).toMatchObject([{ path: 'package-lock.json' }]);
  });
});

describe('pnpm-lock.yaml', () => {
  const manifest = json({
    name: 'app',
    dependencies: { vue: '^3.5.0' },
    devDependencies: { '@babel/types': 'catalog:' },
  });

  test('version 9', async () => {
    const inventory = await collectInventory({
      'package.json': manifest,
      'packages/x/package.json': json({ name: 'x', dependencies: { vue: '^3.4.0' } }),
      'pnpm-lock.yaml': `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

importers:

  .:
    dependencies:
      vue:
        specifier: ^3.5.0
        version: 3.5.13(typescript@5.6.3)
    devDependencies:
      '@babel/types':
        specifier: 'catalog:'
        version: 7.27.1

  packages/x:
    dependencies:
      vue:
        specifier: ^3.3.0
        version: 3.5.13

packages:

  '@babel/types@7.27.1':
    resolution: {integrity: ${integrity}}
    engines: {node: '>=6.9.0'}

  vue@3.5.13:
    resolution: {integrity: ${integrity}}

  https://codeload.github.com/argoproj/argo-ui/tar.gz/${commit}:
    resolution: {tarball: https://codeload.github.com/argoproj/argo-ui/tar.gz/${commit}}
    version: 1.0.0

snapshots:

  vue@3.5.13(typescript@5.6.3):
    dependencies:
      '@babel/types': 7.27.1
`,
    });
    expect(locksIn(inventory)).toEqual([
      'package.json locked pnpm-lock.yaml',
      'packages/x/package.json disagrees pnpm-lock.yaml',
    ]);
    expect(inventory.manifests[1]?.because).toBe('vue was locked for ^3.3.0, the manifest says ^3.4.0');
    expect(purlsIn(inventory)).toEqual([
      `pkg:github/argoproj/argo-ui@${commit}`,
      'pkg:npm/%40babel/types@7.27.1',
      'pkg:npm/vue@3.5.13',
    ]);
  });

  test.each([
    [
      '5.4',
      `specifiers:\n  a: ^1.0.0\n\ndependencies:\n  a: 1.2.0_b@2.0.0\n\npackages:\n\n  /@s/b/2.0.0:\n    resolution: {integrity: x}\n    dev: false\n\n  /a/1.2.0_b@2.0.0:\n    resolution: {integrity: x}\n`,
    ],
    [
      "'6.0'",
      `dependencies:\n  a:\n    specifier: ^1.0.0\n    version: 1.2.0(b@2.0.0)\n\npackages:\n\n  /@s/b@2.0.0:\n    resolution: {integrity: x}\n\n  /a@1.2.0(b@2.0.0):\n    resolution:\n      integrity: x\n`,
    ],
  ])('version %s', async (version, body) => {
    const inventory = await collectInventory({
      'package.json': json({ name: 'app', dependencies: { a: '^1.0.0' } }),
      'pnpm-lock.yaml': `lockfileVersion: ${version}\n\n${body}`,
    });
    expect(locksIn(inventory)).toEqual(['package.json locked pnpm-lock.yaml']);
    expect(purlsIn(inventory)).toEqual(['pkg:npm/%40s/b@2.0.0', 'pkg:npm/a@1.2.0']);
  });
});

describe('yarn.lock', () => {
  test('version 1: members come from the manifest beside it; sha1 of the address is a hash', async () => {
    const inventory = await collectInventory({
      'package.json': json({ name: 'app', private: true, workspaces: ['packages/*'], dependencies: { a: '^1.0.0' } }),
      'packages/b/package.json': json({ name: 'b', dependencies: { c: '^2.0.0', d: '^1.0.0' } }),
      'yarn.lock': `# THIS IS AN AUTOGENERATED FILE. DO NOT EDIT THIS FILE DIRECTLY.
# yarn lockfile v1


a@^1.0.0, "a@>= 1.1":
  version "1.2.0"
  resolved "https://registry.example.org/a/-/a-1.2.0.tgz#${commit}"
  dependencies:
    c "^2.0.0"

c@^2.0.0:
  version "2.0.1"
  resolved "https://registry.example.org/c/-/c-2.0.1.tgz"
  integrity ${integrity}
`,
    });
    expect(locksIn(inventory)).toEqual([
      'package.json locked yarn.lock',
      'packages/b/package.json disagrees yarn.lock',
    ]);
    expect(inventory.manifests[1]?.because).toBe('d is not in the lock');
    expect(purlsIn(inventory)).toEqual(['pkg:npm/a@1.2.0', 'pkg:npm/c@2.0.1']);
  });

  test('berry: workspaces and patches are not external', async () => {
    const inventory = await collectInventory({
      'package.json': json({ name: 'app', dependencies: { a: '^1.0.0' } }),
      'packages/b/package.json': json({ name: 'b', dependencies: { c: '^2.0.0' } }),
      'yarn.lock': `# This file is generated by running "yarn install" inside your project.

__metadata:
  version: 8
  cacheKey: 10c0

"a@npm:^1.0.0":
  version: 1.2.0
  resolution: "a@npm:1.2.0"
  dependencies:
    c: "npm:^2.0.0"
  checksum: 10c0/abc
  languageName: node
  linkType: hard

"a@patch:a@npm%3A1.2.0#./a.patch":
  version: 1.2.0
  resolution: "a@patch:a@npm%3A1.2.0#./a.patch::version=1.2.0"
  checksum: 10c0/abc

"app@workspace:.":
  version: 0.0.0-use.local
  resolution: "app@workspace:."
  linkType: soft

"b@workspace:*, b@workspace:packages/b":
  version: 0.0.0-use.local
  resolution: "b@workspace:packages/b"

"c@npm:^2.0.0":
  version: 2.0.1
  resolution: "c@npm:2.0.1"
  conditions: os=linux
`,
    });
    expect(locksIn(inventory)).toEqual(['package.json locked yarn.lock', 'packages/b/package.json locked yarn.lock']);
    expect(purlsIn(inventory)).toEqual(['pkg:npm/a@1.2.0', 'pkg:npm/c@2.0.1 (no hash)']);
  });
});

test('bun.lock: JSON with trailing commas', async () => {
  const inventory = await collectInventory({
    'package.json': json({ name: 'app', dependencies: { a: '^1.0.0' } }),
    'bun.lock': `{
  "lockfileVersion": 1,
  "workspaces": { "": { "name": "app", "dependencies": { "a": "^1.0.0", }, }, },
  "packages": {
    "a": ["a@1.2.0", "", { "dependencies": { "b": "1" } }, "${integrity}"],
    "b": ["b@1.0.0", "", {}, ""],
    "w": ["w@workspace:packages/w"],
  }
}
`,
  });
  expect(locksIn(inventory)).toEqual(['package.json locked bun.lock']);
  expect(purlsIn(inventory)).toEqual(['pkg:npm/a@1.2.0', 'pkg:npm/b@1.0.0 (no hash)']);
});

test('deno.json and deno.lock', async () => {
  const inventory = await collectInventory({
    'deno.json': json({ imports: { '@std/assert': 'jsr:@std/assert@^1.0.0', chalk: 'npm:chalk@5', './x': './y.ts' } }),
    'deno.lock': json({
      version: '4',
      jsr: { '@std/assert@1.0.6': { integrity: 'abc' } },
      npm: { 'chalk@5.3.0': { integrity } },
      remote: { 'https://deno.land/x/a.ts': 'abc' },
    }),
  });
  expect(locksIn(inventory)).toEqual(['deno.json locked deno.lock']);
  expect(inventory.lockfiles[0]).toMatchObject({ external: 3, hashed: 3 });
});

test('a package.json without a lock is missing one; one that declares nothing is no manifest', async () => {
  const inventory = await collectInventory({
    'package.json': json({ name: 'lib', dependencies: { a: '1.0.0', b: 'latest' } }),
    'dist/package.json': json({ type: 'module' }),
    'packages/none/package.json': json({ name: 'none' }),
  });
  expect(locksIn(inventory)).toEqual(['package.json missing', 'packages/none/package.json not-needed']);
  expect(purlsIn(inventory)).toEqual(['pkg:npm/a@1.0.0 (no hash)', 'pkg:npm/b (no hash)']);
});
