// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bundledLibraries } from './bundled-libraries.ts';

const output = (...paths: readonly string[]) => ({
  bytes: 0,
  imports: [],
  exports: [],
  inputs: Object.fromEntries(paths.map((path) => [path, { bytesInOutput: 0 }])),
});

test('folders of packages whose code is in any file of the bundle, each once', () => {
  const outputs = {
    'main.js': output('packages/cli/src/main.ts', 'node_modules/b/index.js', 'node_modules/b/lib/deep.js'),
    'rare.js': output('node_modules/@a/one/index.js', 'node_modules/b/node_modules/c/index.js'),
  };
  expect(bundledLibraries({ inputs: {}, outputs })).toEqual([
    'node_modules/@a/one',
    'node_modules/b',
    'node_modules/b/node_modules/c',
  ]);
});
