// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

test('a release is kept in a bucket, drilled, and found altered', async () => {
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
});

test('a bucket with object lock refuses to delete what was locked, and credentials are nowhere', async () => {
  const created = await server.ask('PUT', '/locked', { headers: { 'x-amz-bucket-object-lock-enabled': 'true' } });
  expect(created.status).toBe(200);
  const place = `s3://locked/kept?endpoint=${server.address.replace('127.0.0.1', 'localhost')}&addressing=virtual&region=us-east-1`;
  const put = ['archive', 'put', 'out', '--to', place, '--state', 'state'];
  expect(run(...put, '--lock', 'compliance')).toMatchObject({
    status: 2,
    output: expect.stringContaining('a lock has an end'),
  });
  expect(run(...put, '--lock', 'compliance', '--retain', '2d').status).toBe(0);
  const [version = ''] =
    /<VersionId>[^<]+<\/VersionId>/u.exec((await server.ask('GET', '/locked', { query: { versions: '' } })).body) ?? [];
  const versionId = version.replaceAll(/<[^>]+>/gu, '');
  const key = '/locked/kept/releases/v1.0.0.json';
  const kept = await server.ask('GET', key, { query: { retention: '' } });
  expect(kept.body).toContain('<Mode>COMPLIANCE</Mode>');
  expect((await server.ask('DELETE', key, { query: { versionId } })).status).not.toBe(204);
  expect(run('archive', 'drill', '--from', place, '--state', 'state', '--format', 'json')).toMatchObject({ status: 0 });
  for (const file of await filesBelow(join(folder, 'state'))) {
    const text = await readFile(file, 'utf8');
    expect(text).not.toMatch(/test-secret|test-key/u);
  }
});

test('a bucket without object lock says so, and nothing is acknowledged', async () => {
  const place = 's3://archive/unlocked';
  const ran = run('archive', 'put', 'out', '--to', place, '--lock', 'governance', '--retain', '2d');
  expect(ran).toMatchObject({ status: 3, output: expect.stringContaining('the server answers 400') });
});

test('a server that is out of reach is no altered archive', async () => {
  await stop();
  expect(run('archive', 'drill', '--from', 's3://archive/releases/of-app')).toMatchObject({
    status: 3,
    output: expect.stringContaining('could not look'),
  });
});
