// SPDX-License-Identifier: Apache-2.0
// Faults of the protocol, which a server that works does not make; that the driver works is tested against one that stores and
// checks signatures (test/full/archive).
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { ArchiveStore } from '@plumbline/core/archive/archive-store';
import type { Digest } from '@plumbline/core/digest';
import { afterEach, expect, test } from 'vitest';
import { openS3Archive } from './open-s3-archive.ts';
import { s3Settings } from './s3-settings.ts';
import { signRequest } from './sign-request.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const credentials = { AWS_ACCESS_KEY_ID: 'test-key', AWS_SECRET_ACCESS_KEY: 'test-secret' };

async function archiveAt(listener: RequestListener): Promise<ArchiveStore> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return openS3Archive(
    s3Settings('s3://bucket/prefix', { ...credentials, AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` }),
  );
}

const digestOf = (bytes: Uint8Array): Digest => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

async function* zeros(mebibytes: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < mebibytes; at += 1) yield Buffer.alloc(1024 * 1024);
}

test('a request is signed as the published example of the signature says', () => {
  // AWS General Reference, "Examples of the complete Signature Version 4 signing process", GET object with a range.
  const { authorization } = signRequest(
    {
      method: 'GET',
      path: '/test.txt',
      query: {},
      headers: { range: 'bytes=0-9' },
      bodySha256: createHash('sha256').update('').digest('hex'),
    },
    {
      endpoint: new URL('https://examplebucket.s3.amazonaws.com'),
      region: 'us-east-1',
      credentials: {
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
        sessionToken: null,
      },
    },
    new Date('2013-05-24T00:00:00Z'),
  );
  expect(authorization).toContain('Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
});

test.each([
  ['a refusal', 403, '<Error><Code>AccessDenied</Code></Error>', '403 AccessDenied'],
  ['a redirect', 301, '', '301'],
  ['a fault of its own', 503, '<Error><Code>SlowDown</Code></Error>', '503 SlowDown'],
  ['no XML', 200, 'hello', 'does not list'],
  ['another document', 200, '<html/>', 'does not list'],
  [
    'an object that is none',
    200,
    '<ListBucketResult><Contents><Key>x</Key><Size>-1</Size></Contents></ListBucketResult>',
    'no object',
  ],
  [
    'a list without an end',
    200,
    '<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>',
    'without an end',
  ],
  ['a document type', 200, '<!DOCTYPE a [<!ENTITY e "x">]><ListBucketResult/>', 'does not list'],
])('%s is no empty archive', async (_, status, body, why) => {
  const store = await archiveAt((_request, response) => response.writeHead(status).end(body));
  await expect(store.entries()).rejects.toMatchObject({ code: 'fetch-failed', message: expect.stringContaining(why) });
});

test('a server that hangs up, or is not there, is not an altered object', async () => {
  const gone = await archiveAt((request) => request.socket.destroy());
  await expect(gone.entries()).rejects.toMatchObject({ code: 'fetch-failed' });
  await expect(gone.read(digestOf(Buffer.alloc(0)))).rejects.toMatchObject({ code: 'fetch-failed' });
  const short = await archiveAt((_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half');
    setImmediate(() => response.socket?.destroy());
  });
  const read = async (): Promise<void> => {
    for await (const _ of (await short.read(digestOf(Buffer.alloc(0)))) ?? []) continue;
  };
  await expect(read()).rejects.toMatchObject({ code: 'fetch-failed' });
});

test('an upload that fails at its end is given up, and is not acknowledged', async () => {
  const asked: string[] = [];
  const store = await archiveAt((request, response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    request.resume().on('end', () => {
      asked.push(`${request.method} ${query.has('uploads') ? 'begin' : (query.get('partNumber') ?? 'upload')}`);
      if (query.has('uploads')) response.end('<R><UploadId>abc</UploadId></R>');
      else if (request.method === 'PUT') response.writeHead(200, { etag: '"e"' }).end();
      else response.end('<Error><Code>InternalError</Code></Error>');
    });
  });
  const hash = createHash('sha256');
  for await (const part of zeros(17)) hash.update(part);
  const object = { name: 'x', digest: `sha256:${hash.digest('hex')}`, size: 17 * 1024 * 1024 } as const;
  await expect(store.put(object, zeros(17))).rejects.toMatchObject({ code: 'fetch-failed' });
  expect(asked).toEqual(['POST begin', 'PUT 1', 'PUT 2', 'POST upload', 'DELETE upload']);
});

test.each([
  ['s3://', credentials, 'no place'],
  ['s3://b/x', credentials, 'no place'],
  ['s3://bucket/../x', credentials, 'no place'],
  ['s3://bucket/a b', credentials, 'no place'],
  ['s3://bucket/x', {}, 'AWS_ACCESS_KEY_ID'],
  ['s3://bucket/x', { ...credentials, AWS_SECRET_ACCESS_KEY: 'a\nb' }, 'AWS_SECRET_ACCESS_KEY'],
  ['s3://bucket/x', { ...credentials, AWS_REGION: 'a.b/c' }, 'AWS_REGION'],
  ['s3://bucket/x', { ...credentials, AWS_ENDPOINT_URL: 'http://example.com' }, 'only https'],
])('%s with such an environment is refused', (place, environment, why) => {
  expect(() => s3Settings(place, environment)).toThrow(why);
});
