// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { json, lines, lockedTree } from './testing/graph-lines.ts';

// A hang guard: what is linear takes a second or two, what is not would take hours.
const hangMs = 30_000;

test.each([
  [
    'locations as deep as a file is long',
    'package-lock.json',
    json({
      lockfileVersion: 3,
      packages: Object.fromEntries(
        Array.from({ length: 200 }, (_, index) => [
          `${'node_modules/a/'.repeat(5000)}node_modules/b${index}`,
          {
            version: '1.0.0',
            dependencies: Object.fromEntries(Array.from({ length: 100 }, (__, need) => [`n${need}`, '*'])),
          },
        ]),
      ),
    }),
  ],
  [
    'one name in thousands of versions, and thousands that need it',
    'poetry.lock',
    lines(
      ...Array.from(
        { length: 8000 },
        (_, index) => `[[package]]\nname = "a"\nversion = "${index}"\n[package.dependencies]\na = "*"\n`,
      ),
    ),
  ],
  [
    'a chain of thousands of gems',
    'Gemfile.lock',
    lines(
      'GEM',
      '  specs:',
      ...Array.from({ length: 50_000 }, (_, index) => `    g${index} (1.0)\n      g${index + 1}`),
      'DEPENDENCIES',
      '  g0',
    ),
  ],
])('%s are read in time', async (_, path, text) => {
  const started = performance.now();
  const tree = await lockedTree({ [path]: text });
  expect(tree.lockfiles.length + tree.unread.length).toBe(1);
  expect(performance.now() - started).toBeLessThan(hangMs);
});
