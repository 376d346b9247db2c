// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useRepositories } from '../../testing/use-repositories.ts';
import { goBuildVersion } from './go-build-version.ts';

const { folder } = useRepositories();
const chunk = 4 * 1024 * 1024;

test.each([0, 10, chunk - 5, chunk - 40, chunk + 3])('finds the line of the module after %i bytes', async (bytes) => {
  const path = join(folder(), 'program');
  const line = 'path\texample.org/tool/cmd\nmod\texample.org/tool/v2\tv2.30.1\th1:abc=\n';
  writeFileSync(path, `${'\0'.repeat(bytes)}${line}${'\0'.repeat(1000)}`);
  expect(await goBuildVersion(path, 'example.org/tool/v2')).toBe('2.30.1');
  expect(await goBuildVersion(path, 'example.org/tool')).toBe(null);
});

test('what was built from a work tree, or is not there, has none', async () => {
  const path = join(folder(), 'program');
  writeFileSync(path, 'mod\texample.org/tool\t(devel)\t\n');
  expect(await goBuildVersion(path, 'example.org/tool')).toBe(null);
  expect(await goBuildVersion(join(folder(), 'none'), 'example.org/tool')).toBe(null);
});
