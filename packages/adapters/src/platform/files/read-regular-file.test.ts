// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRegularFile } from './read-regular-file.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'plumbline-test-'));
  writeFileSync(join(folder, 'file'), 'text');
  writeFileSync(join(folder, 'empty'), '');
  symlinkSync('file', join(folder, 'link'));
  symlinkSync('loop', join(folder, 'loop'));
  symlinkSync('/dev/zero', join(folder, 'zero'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('reads a file up to its bound', async () => {
  expect(await readRegularFile(join(folder, 'file'), { bytesMax: 4 })).toEqual({
    state: 'read',
    bytes: Buffer.from('text'),
  });
  expect(await readRegularFile(join(folder, 'empty'), { bytesMax: 0 })).toEqual({
    state: 'read',
    bytes: Buffer.alloc(0),
  });
  expect(await readRegularFile(join(folder, 'file'), { bytesMax: 3 })).toEqual({ state: 'too-large' });
});

it('follows a link only when asked', async () => {
  const path = join(folder, 'link');
  expect(await readRegularFile(path, { bytesMax: 10 })).toEqual({ state: 'not-regular' });
  expect(await readRegularFile(path, { bytesMax: 10, followLink: true })).toMatchObject({ state: 'read' });
});

it.each([
  ['pipe', 'not-regular'],
  ['zero', 'not-regular'],
  ['loop', 'not-regular'],
  ['.', 'not-regular'],
  ['none', 'missing'],
  ['file/below', 'missing'],
])('does not read or wait for %s', async (name, state) => {
  expect(await readRegularFile(join(folder, name), { bytesMax: 10, followLink: true })).toEqual({ state });
});
