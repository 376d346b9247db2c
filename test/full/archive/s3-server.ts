// SPDX-License-Identifier: Apache-2.0
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

/** An S3 server that stores in a folder and checks every signature, of a pinned version. */
const server = { program: 'versitygw', module: 'github.com/versity/versitygw/cmd/versitygw@v1.8.0' };
const cache = process.env['PLUMBLINE_TEST_TOOLS'] ?? join(homedir(), '.cache', 'plumbline-test-tools');

export type S3Server = {
  /** The variables that a client needs. */
  readonly environment: { readonly [name: string]: string };
  /** The folder in which the objects of a bucket lie as files. */
  readonly folderOf: (bucket: string) => string;
  readonly stop: () => Promise<void>;
};

export async function startS3Server(buckets: readonly string[]): Promise<S3Server> {
  const program = await install();
  const root = await mkdtemp(join(tmpdir(), 'plumbline-s3-'));
  for (const bucket of buckets) await mkdir(join(root, bucket));
  const port = await freePort();
  const child = spawn(program, ['--port', `127.0.0.1:${port}`, 'posix', root], {
    env: { PATH: process.env['PATH'], ROOT_ACCESS_KEY: 'test-key', ROOT_SECRET_KEY: 'test-secret' },
    stdio: 'ignore',
  });
  const address = `http://127.0.0.1:${port}`;
  while (!(await answers(address))) {
    if (child.exitCode !== null) throw new Error(`${server.program} ended with ${child.exitCode}`);
    await setTimeout(50);
  }
  return {
    environment: {
      AWS_ENDPOINT_URL_S3: address,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test-key',
      AWS_SECRET_ACCESS_KEY: 'test-secret',
    },
    folderOf: (bucket) => join(root, bucket),
    stop: async () => {
      const ended = once(child, 'close');
      child.kill();
      await ended;
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** A folder that bears the version: another one is never taken for it. */
async function install(): Promise<string> {
  const folder = join(cache, `${server.program}-${server.module.split('@')[1] ?? ''}`, 'bin');
  const program = join(folder, server.program);
  if (existsSync(program)) return program;
  await mkdir(folder, { recursive: true });
  await promisify(execFile)('go', ['install', server.module], {
    env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOFLAGS: '' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return program;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  );
}
