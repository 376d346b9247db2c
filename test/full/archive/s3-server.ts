// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { signRequest } from '@plumbline/adapters/archives/s3/sign-request';
import { installGoProgram } from './install-go-program.ts';

/** An S3 server that stores in a folder and checks every signature. */
const server = 'github.com/versity/versitygw/cmd/versitygw@v1.8.0';
const credentials = { accessKeyId: 'test-key', secretAccessKey: 'test-secret', sessionToken: null };
const region = 'us-east-1';

export type S3Server = {
  readonly address: string;
  /** The variables that a client needs. */
  readonly environment: { readonly [name: string]: string };
  /** The folder in which the objects of a bucket lie as files. */
  readonly folderOf: (bucket: string) => string;
  /** Asks the server for what the archive itself never asks. */
  readonly ask: (
    method: string,
    path: string,
    more?: {
      readonly headers?: { readonly [name: string]: string };
      readonly query?: { readonly [name: string]: string };
    },
  ) => Promise<{ readonly status: number; readonly body: string }>;
  readonly stop: () => Promise<void>;
};

export async function startS3Server(buckets: readonly string[]): Promise<S3Server> {
  const program = await installGoProgram(server);
  const root = await mkdtemp(join(tmpdir(), 'plumbline-s3-'));
  const versions = await mkdtemp(join(tmpdir(), 'plumbline-s3-versions-'));
  for (const bucket of buckets) await mkdir(join(root, bucket));
  const port = await freePort();
  const options = ['--port', `127.0.0.1:${port}`, '--virtual-domain', `localhost:${port}`];
  const child = spawn(program, [...options, 'posix', '--versioning-dir', versions, root], {
    env: {
      PATH: process.env['PATH'],
      ROOT_ACCESS_KEY: credentials.accessKeyId,
      ROOT_SECRET_KEY: credentials.secretAccessKey,
    },
    stdio: 'ignore',
  });
  const address = `http://127.0.0.1:${port}`;
  while (!(await answers(address))) {
    if (child.exitCode !== null) throw new Error(`the S3 server ended with ${child.exitCode}`);
    await setTimeout(50);
  }
  return {
    address,
    environment: {
      AWS_ENDPOINT_URL_S3: address,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
    folderOf: (bucket) => join(root, bucket),
    ask: (method, path, more = {}) => asked(`127.0.0.1:${port}`, { method, path, ...more }),
    stop: async () => {
      const ended = once(child, 'close');
      child.kill();
      await ended;
      for (const folder of [root, versions]) await rm(folder, { recursive: true, force: true });
    },
  };
}

type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers?: { readonly [name: string]: string };
  readonly query?: { readonly [name: string]: string };
};

async function asked(
  host: string,
  { method, path, headers = {}, query = {} }: Asked,
): Promise<{ readonly status: number; readonly body: string }> {
  const bodySha256 = createHash('sha256').update('').digest('hex');
  const unsigned = { method, path, query, headers: { 'content-length': '0', ...headers }, bodySha256 };
  const signed = signRequest(unsigned, { host, region, credentials }, new Date());
  const text = new URLSearchParams(query).toString();
  const sent = request(`http://${host}${path}${text === '' ? '' : `?${text}`}`, { method, headers: signed }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  let body = '';
  for await (const part of answer.setEncoding('utf8')) body += String(part);
  return { status: answer.statusCode ?? 0, body };
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
