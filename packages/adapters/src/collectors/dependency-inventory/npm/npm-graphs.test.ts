// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { graphLines, type GraphCase, json, lines, sri } from '../testing/graph-lines.ts';
import { unlistedPurls } from '../testing/unlisted-purls.ts';

const cases: readonly GraphCase[] = [
  [
    'package-lock.json, version 3: nested copies, links, bundled packages, scopes',
    {
      'package-lock.json': json({
        lockfileVersion: 3,
        packages: {
          '': {
            dependencies: { a: '^1', member: '*' },
            devDependencies: { b: '^2' },
            optionalDependencies: { o: '1' },
          },
          'node_modules/a': { version: '1.0.0', integrity: sri, license: 'MIT', dependencies: { b: '^1' } },
          'node_modules/a/node_modules/b': { version: '1.5.0', license: { type: 'ISC' }, inBundle: true },
          'node_modules/b': { version: '2.0.0', dev: true, licenses: 'x', license: ['MIT', 'Apache-2.0'] },
          'node_modules/o': { version: '1.0.0', optional: true, peerDependencies: { a: '1', absent: '1' } },
          'node_modules/member': { resolved: 'packages/member', link: true },
          'packages/member': { dependencies: { a: '^1' } },
        },
      }),
    },
    [
      'asked: pkg:npm/a@1.0.0 (runtime), pkg:npm/a@1.0.0 (runtime), pkg:npm/b@2.0.0 (development), pkg:npm/o@1.0.0 (optional)',
      'pkg:npm/a@1.0.0 runtime MIT sha512:cdcd pkg:npm/b@1.5.0',
      'pkg:npm/b@1.5.0 runtime ISC - none',
      'pkg:npm/b@2.0.0 development (MIT OR Apache-2.0) - none',
      'pkg:npm/o@1.0.0 optional - - pkg:npm/a@1.0.0',
    ],
  ],
  [
    'package-lock.json, version 1: the tree is walked, the manifest says what is asked for',
    {
      'package.json': json({ name: 'x', dependencies: { a: '^1' } }),
      'package-lock.json': json({
        lockfileVersion: 1,
        dependencies: {
          a: { version: '1.0.0', requires: { b: '^1' }, dependencies: { b: { version: '1.5.0' } } },
          b: { version: '2.0.0', dev: true },
        },
      }),
    },
    [
      'asked: pkg:npm/a@1.0.0 (runtime)',
      'pkg:npm/a@1.0.0 runtime - - pkg:npm/b@1.5.0',
      'pkg:npm/b@2.0.0 development - - none',
      'pkg:npm/b@1.5.0 runtime - - none',
    ],
  ],
  [
    'pnpm-lock.yaml, version 9: a snapshot for each set of peers',
    {
      'pnpm-lock.yaml': lines(
        "lockfileVersion: '9.0'",
        'importers:',
        '  .:',
        '    dependencies:',
        '      a:',
        '        specifier: ^1.0.0',
        '        version: 1.0.0(b@2.0.0)',
        '    devDependencies:',
        "      '@s/d':",
        '        specifier: ^1.0.0',
        '        version: 1.0.0',
        'packages:',
        '  a@1.0.0:',
        `    resolution: {integrity: ${sri}}`,
        '  b@2.0.0:',
        `    resolution: {integrity: ${sri}}`,
        "  '@s/d@1.0.0':",
        `    resolution: {integrity: ${sri}}`,
        'snapshots:',
        '  a@1.0.0(b@2.0.0):',
        '    dependencies:',
        '      b: 2.0.0',
        '  b@2.0.0: {}',
        "  '@s/d@1.0.0': {}",
      ),
    },
    [
      'asked: pkg:npm/%40s/d@1.0.0 (development), pkg:npm/a@1.0.0 (runtime)',
      'pkg:npm/a@1.0.0 - - sha512:cdcd none',
      'pkg:npm/b@2.0.0 - - sha512:cdcd none',
      'pkg:npm/%40s/d@1.0.0 - - sha512:cdcd none',
      'pkg:npm/a@1.0.0 - - sha512:cdcd pkg:npm/b@2.0.0',
    ],
  ],
  [
    'pnpm-lock.yaml, version 5',
    {
      'pnpm-lock.yaml': lines(
        'lockfileVersion: 5.4',
        'specifiers:',
        '  a: ^1.0.0',
        'dependencies:',
        '  a: 1.0.0',
        'packages:',
        '  /a/1.0.0:',
        `    resolution: {integrity: ${sri}}`,
        '    dependencies:',
        '      b: 2.0.0',
        '    dev: false',
        '  /b/2.0.0:',
        `    resolution: {integrity: ${sri}}`,
        '    dev: true',
      ),
    },
    [
      'asked: pkg:npm/a@1.0.0 (runtime)',
      'pkg:npm/a@1.0.0 - - sha512:cdcd pkg:npm/b@2.0.0',
      'pkg:npm/b@2.0.0 development - sha512:cdcd none',
    ],
  ],
  [
    'yarn.lock, version 1',
    {
      'package.json': json({ name: 'x', dependencies: { a: '^1.0.0' }, devDependencies: { '@s/b': '^2.0.0' } }),
      'yarn.lock': lines(
        '# yarn lockfile v1',
        'a@^1.0.0:',
        '  version "1.0.0"',
        `  resolved "https://registry.example.org/a.tgz#${'ef'.repeat(20)}"`,
        '  dependencies:',
        '    "@s/b" "^2.0.0"',
        '"@s/b@^2.0.0":',
        '  version "2.0.0"',
        `  integrity ${sri}`,
      ),
    },
    [
      'asked: pkg:npm/%40s/b@2.0.0 (development), pkg:npm/a@1.0.0 (runtime)',
      'pkg:npm/a@1.0.0 - - sha1:efef pkg:npm/%40s/b@2.0.0',
      'pkg:npm/%40s/b@2.0.0 - - sha512:cdcd none',
    ],
  ],
  [
    'yarn.lock of Yarn 4: members have blocks, checksums are of an archive of its own',
    {
      'package.json': json({ name: 'x', dependencies: { a: '^1.0.0' } }),
      'yarn.lock': lines(
        '__metadata:',
        '  version: 8',
        '"a@npm:^1.0.0":',
        '  version: 1.0.0',
        '  resolution: "a@npm:1.0.0"',
        '  dependencies:',
        '    b: "npm:^2.0.0"',
        '  checksum: 10/abc',
        '"b@npm:^2.0.0":',
        '  version: 2.0.0',
        '  resolution: "b@npm:2.0.0"',
        '"x@workspace:.":',
        '  version: 0.0.0-use.local',
        '  resolution: "x@workspace:."',
        '  dependencies:',
        '    a: "npm:^1.0.0"',
      ),
    },
    ['asked: pkg:npm/a@1.0.0 (runtime)', 'pkg:npm/a@1.0.0 - - - pkg:npm/b@2.0.0', 'pkg:npm/b@2.0.0 - - - none'],
  ],
  [
    'bun.lock: a nested copy goes before the shared one',
    {
      'bun.lock': json({
        lockfileVersion: 1,
        workspaces: { '': { dependencies: { a: '^1' }, devDependencies: { b: '^2' } } },
        packages: {
          a: ['a@1.0.0', '', { dependencies: { b: '^1' } }, sri],
          b: ['b@2.0.0', '', {}, sri],
          'a/b': ['b@1.5.0', '', {}, sri],
        },
      }),
    },
    [
      'asked: pkg:npm/a@1.0.0 (runtime), pkg:npm/b@2.0.0 (development)',
      'pkg:npm/a@1.0.0 - - sha512:cdcd pkg:npm/b@1.5.0',
      'pkg:npm/b@2.0.0 - - sha512:cdcd none',
      'pkg:npm/b@1.5.0 - - sha512:cdcd none',
    ],
  ],
];

test.each(cases)('%s', async (_, files, expected) => {
  expect(await graphLines(files)).toEqual(expected);
});

test.each(cases)('%s: a bill lists what the inventory does', async (_, files) => {
  expect(await unlistedPurls(files)).toEqual([]);
});
