// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { BuildRun } from '@plumbline/core/building/build-run';
import { ordinaryConditions } from '@plumbline/core/building/build-conditions';
import { expect, test } from 'vitest';
import { useRepositories } from '../../testing/use-repositories.ts';
import { type Collected, collectOutputs } from './collect-outputs.ts';
import { keepOutputs } from './keep-outputs.ts';
import { removeFolder } from './remove-folder.ts';

const { folder } = useRepositories();
const bounds = { timeMs: 1, memoryBytes: 1, diskBytes: 1, processes: 1, outputBytes: 1000, outputFiles: 5 };

const collected = (root: string, wanted: readonly string[] = []): Promise<Collected> =>
  collectOutputs(root, wanted, bounds);

const runOf = ({ outputs, refused }: Collected): BuildRun => ({
  conditions: ordinaryConditions,
  environment: {},
  startedAt: '2026-03-01T10:00:00Z',
  finishedAt: '2026-03-01T10:00:01Z',
  result: { end: 'exited', code: 0 },
  log: { sha256: '', bytes: 0, tail: '' },
  outputs,
  refused,
});

test('files are named in order with their digests and executable bits', async () => {
  const root = folder();
  mkdirSync(join(root, 'b'));
  writeFileSync(join(root, 'b/run'), 'x', { mode: 0o4755 });
  writeFileSync(join(root, 'a'), 'abc', { mode: 0o600 });
  const { outputs, refused } = await collected(root);
  expect(refused).toEqual([]);
  expect(outputs).toMatchObject([
    {
      path: 'a',
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      bytes: 3,
      executable: false,
    },
    { path: 'b/run', executable: true },
  ]);
});

test('links and pipes are refused, and nothing is read through them', async () => {
  const root = folder();
  symlinkSync('/etc/passwd', join(root, 'absolute'));
  symlinkSync('../../up', join(root, 'up'));
  symlinkSync('/etc', join(root, 'etc'));
  writeFileSync(join(root, 'file'), '');
  symlinkSync('file', join(root, 'within'));
  execFileSync('mkfifo', [join(root, 'pipe')]);
  const { outputs, refused } = await collectOutputs(root, [], { ...bounds, outputFiles: 100 });
  expect(outputs.map(({ path }) => path)).toEqual(['file']);
  expect(refused).toEqual([
    { path: 'absolute', because: 'it is a link that leaves the outputs' },
    { path: 'etc', because: 'it is a link that leaves the outputs' },
    { path: 'pipe', because: 'it is a device, a pipe or a socket' },
    { path: 'up', because: 'it is a link that leaves the outputs' },
    { path: 'within', because: 'it is a link; an artifact has to be a file' },
  ]);
});

test('too many files, too many bytes and what was not made are refused', async () => {
  const root = folder();
  for (let index = 0; index < 6; index += 1) writeFileSync(join(root, `f${index}`), 'x');
  expect((await collected(root)).refused).toMatchObject([{ path: '.' }]);
  const large = folder();
  writeFileSync(join(large, 'large'), Buffer.alloc(1001));
  expect((await collected(large)).refused).toMatchObject([{ path: 'large' }]);
  expect((await collected(large, ['other'])).refused).toEqual([
    { path: 'other', because: 'the build did not make it' },
  ]);
});

test('only what is declared is taken', async () => {
  const root = folder();
  mkdirSync(join(root, 'dist'));
  for (const path of ['dist/a', 'dist.txt', 'b']) writeFileSync(join(root, path), 'x');
  expect((await collected(root, ['dist'])).outputs.map(({ path }) => path)).toEqual(['dist/a']);
});

test('what is kept appears whole, without special bits, and never over something else', async () => {
  const root = join(folder(), 'output');
  mkdirSync(root);
  writeFileSync(join(root, 'run'), 'x');
  chmodSync(join(root, 'run'), 0o6755);
  linkSync(join(root, 'run'), join(root, 'same'));
  writeFileSync(join(root, '../build.log'), 'log');
  const run = runOf(await collected(root));
  const to = join(folder(), 'kept');
  await keepOutputs({ run, folder: root }, to);
  expect(statSync(join(to, 'artifacts/run')).mode & 0o7777).toBe(0o755);
  expect(readFileSync(join(to, 'build.log'), 'utf8')).toBe('log');
  await expect(keepOutputs({ run, folder: root }, to)).rejects.toMatchObject({ code: 'output-unwritable' });
  writeFileSync(join(root, 'run'), 'altered');
  const other = join(folder(), 'other');
  await expect(keepOutputs({ run, folder: root }, other)).rejects.toMatchObject({ code: 'output-unwritable' });
  expect(existsSync(other)).toBe(false);
});

test('folders that a build made read-only are removed', async () => {
  const root = folder();
  mkdirSync(join(root, 'cache/inner'), { recursive: true });
  writeFileSync(join(root, 'cache/inner/file'), '');
  chmodSync(join(root, 'cache/inner'), 0o555);
  chmodSync(join(root, 'cache'), 0o000);
  await removeFolder(join(root, 'cache'));
  expect(existsSync(join(root, 'cache'))).toBe(false);
});
