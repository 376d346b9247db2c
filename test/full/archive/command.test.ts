// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { filesBelow } from '../../archive/release-for-tests.ts';
import { startS3Server } from './s3-server.ts';
import { commandLine } from '../../scenarios/plumbline.ts';

const folder = await mkdtemp(join(tmpdir(), 'plumbline-s3-command-'));
const server = await startS3Server(['archive']);
let isRunning = true;
const stop = async (): Promise<void> => {
  if (isRunning) await server.stop();
  isRunning = false;
};
afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
});

const [node = '', ...words] = commandLine;

function run(...args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const ran = spawnSync(node, [...words, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...server.environment },
  });
  const output = ran.stdout + ran.stderr;
  expect(output).not.toContain(server.environment['AWS_SECRET_ACCESS_KEY']);
  return { status: ran.status, output };
}

test('a release is kept in a bucket, drilled, altered, and out of reach', async () => {
  const git = (...args: readonly string[]): Buffer =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: folder });
  git('init', '--quiet');
  git('commit', '--quiet', '--allow-empty', '--message', 'One');
  git('tag', 'v1.0.0');
  await writeFile(join(folder, 'app.tgz'), 'the artifact');
  const without = ['--without-gate', 'a release of tests'];
  expect(run('release', 'v1.0.0', '--artifact', 'app.tgz', '--output', 'out', ...without).status).toBe(0);
  const place = 's3://archive/releases/of-app';
  expect(run('archive', 'put', 'out', '--to', place, '--retain', '5y')).toMatchObject({ status: 0 });
  expect(run('archive', 'list', '--from', place).output).toContain('v1.0.0  2 objects');
  const drill = ['archive', 'drill', '--from', place];
  expect(run(...drill)).toMatchObject({ status: 0 });
  expect(run('archive', 'get', 'v1.0.0', '--from', place, '--output', 'restored').status).toBe(0);
  const objects = await filesBelow(join(server.folderOf('archive'), 'releases', 'of-app', 'objects'));
  expect(objects).toHaveLength(2);
  await writeFile(objects[0] ?? '', 'other');
  expect(run(...drill)).toMatchObject({ status: 1, output: expect.stringContaining('altered') });
  expect(run('archive', 'put', 'out', '--to', place, '--retain', '6y')).toMatchObject({ status: 0 });
  expect(run(...drill)).toMatchObject({ status: 0 });
  await stop();
  expect(run(...drill)).toMatchObject({ status: 3, output: expect.stringContaining('could not look') });
});
