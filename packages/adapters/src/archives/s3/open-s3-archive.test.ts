// SPDX-License-Identifier: Apache-2.0
// Faults of the protocol, which a server that works does not make; that the driver works is tested against one that stores and
// checks signatures (test/full/archive).
import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ArchiveStore } from '@plumbline/core/archive/archive-store';
import { afterEach, expect, test } from 'vitest';
import { credentials, quickClock, settingsAt, sha256Of, type ToldServer, toldServer } from './fixtures.ts';
import { openS3Archive, type S3ArchiveOptions } from './open-s3-archive.ts';
import { s3Settings } from './s3-settings.ts';
import { signRequest } from './sign-request.ts';

const servers: ToldServer[] = [];
afterEach(() => servers.splice(0).forEach(({ stop }) => stop()));

async function archiveAt(listener: RequestListener, options: S3ArchiveOptions = {}): Promise<ArchiveStore> {
  const server = await toldServer(listener);
  servers.push(server);
  return openS3Archive(settingsAt(server.address), { clock: quickClock(), ...options });
}

async function* once(bytes: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(bytes);
}

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
      host: 'examplebucket.s3.amazonaws.com',
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
  [
    'a key of another place',
    200,
    '<ListBucketResult><Contents><Key>elsewhere/releases/a.json</Key><Size>1</Size><LastModified>2026-01-01T00:00:00Z</LastModified></Contents></ListBucketResult>',
    'no object',
  ],
  ['elements in elements without end', 200, '<a>'.repeat(100_000), 'does not list'],
  ['a document type', 200, '<!DOCTYPE a [<!ENTITY e "x">]><ListBucketResult/>', 'does not list'],
])('%s is no empty archive', async (_, status, body, why) => {
  const store = await archiveAt((_request, response) => response.writeHead(status).end(body));
  await expect(store.entries()).rejects.toMatchObject({ code: 'fetch-failed', message: expect.stringContaining(why) });
});

test('a server that hangs up, or is not there, is not an altered object', async () => {
  const gone = await archiveAt((request) => request.socket.destroy());
  await expect(gone.entries()).rejects.toMatchObject({ code: 'fetch-failed' });
  await expect(gone.read(sha256Of(Buffer.alloc(0)))).rejects.toMatchObject({ code: 'fetch-failed' });
  const short = await archiveAt((_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half');
    setImmediate(() => response.socket?.destroy());
  });
  const read = async (): Promise<void> => {
    for await (const _ of (await short.read(sha256Of(Buffer.alloc(0)))) ?? []) continue;
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

test('a list whose pages lead back to each other ends', async () => {
  let asked = 0;
  const store = await archiveAt((_request, response) => {
    asked += 1;
    const next = `<NextContinuationToken>${asked % 3}</NextContinuationToken>`;
    response.end(`<ListBucketResult><IsTruncated>true</IsTruncated>${next}</ListBucketResult>`);
  });
  await expect(store.entries()).rejects.toThrow('without an end');
  expect(asked).toBe(4);
});

/** Gives an object of 30 bytes and hangs up after every ten; `etag` names it when it is asked for the nth time. */
const breaking =
  (etag: (nth: number) => string, ranges: string[]): RequestListener =>
  (request, response) => {
    const from = Number(/^bytes=(\d+)-$/u.exec(request.headers.range ?? '')?.[1] ?? 0);
    ranges.push(request.headers.range ?? 'all');
    const current = etag(ranges.length);
    const wanted = request.headers['if-match'];
    if (wanted !== undefined && wanted !== current) return void response.writeHead(412).end();
    const part = Buffer.alloc(30, 'abcdefghij').subarray(from);
    response.writeHead(from === 0 ? 200 : 206, {
      etag: current,
      'content-length': String(part.length),
      ...(from === 0 ? {} : { 'content-range': `bytes ${from}-29/30` }),
    });
    if (part.length <= 10) return void response.end(part);
    response.write(part.subarray(0, 10), () => setImmediate(() => response.socket?.destroy()));
  };

async function readWhole(store: ArchiveStore): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of (await store.read(sha256Of(''))) ?? []) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}

test('reading goes on where a connection broke off', async () => {
  const ranges: string[] = [];
  expect(await readWhole(await archiveAt(breaking(() => '"one"', ranges)))).toBe('abcdefghij'.repeat(3));
  expect(ranges).toEqual(['all', 'bytes=10-', 'bytes=20-']);
});

test('reading does not go on with another object', async () => {
  const store = await archiveAt(breaking((nth) => `"${nth}"`, []));
  await expect(readWhole(store)).rejects.toMatchObject({
    code: 'fetch-failed',
    message: expect.stringContaining('412'),
  });
});

test.each([
  ['its own', 'entry', true],
  ['of another writer', 'other', false],
])('an entry whose answer was lost is found to be %s', async (_, there, added) => {
  let asked = 0;
  const store = await archiveAt((request, response) => {
    asked += 1;
    if (request.method === 'GET') response.end(there);
    else if (asked === 1) response.socket?.destroy();
    else response.writeHead(412).end();
  });
  expect(await store.addEntry({ name: 'v1', text: 'entry', objects: [] })).toBe(added);
});

test('what is put has its checksum, and is locked where that was asked', async () => {
  const sent: unknown[] = [];
  const store = await archiveAt(
    (request, response) => {
      const { headers } = request;
      void text(request).then(() => {
        sent.push([
          headers['x-amz-checksum-sha256'],
          headers['x-amz-object-lock-mode'],
          headers['x-amz-object-lock-retain-until-date'],
        ]);
        response.end();
      });
    },
    { lock: { mode: 'compliance', until: '2031-12-31' } },
  );
  const object = { name: 'x', digest: sha256Of('x'), size: 1 };
  await store.put(object, once('x'));
  await store.addEntry({ name: 'v1', text: 'x', objects: [] });
  const checksum = createHash('sha256').update('x').digest('base64');
  expect(sent).toEqual([
    [checksum, 'COMPLIANCE', '2031-12-31T23:59:59Z'],
    [checksum, 'COMPLIANCE', '2031-12-31T23:59:59Z'],
  ]);
});

test.each([
  ['s3://bucket/x', {}, 'https://s3.us-east-1.amazonaws.com/', 'virtual', 's3://bucket/x/'],
  ['s3://my.bucket', { AWS_REGION: 'eu-west-1' }, 'https://s3.eu-west-1.amazonaws.com/', 'path', 's3://my.bucket/'],
  ['s3://bucket/x?region=cn-north-1', {}, 'https://s3.cn-north-1.amazonaws.com.cn/', 'virtual', 's3://bucket/x/'],
  [
    's3://bucket/x?endpoint=https://s3.example.com&addressing=virtual',
    { AWS_ENDPOINT_URL_S3: 'https://other.example.com' },
    'https://s3.example.com/',
    'virtual',
    's3://bucket/x/?endpoint=https://s3.example.com',
  ],
  [
    's3://bucket',
    { AWS_ENDPOINT_URL: 'https://s3.example.com/base/' },
    'https://s3.example.com/base/',
    'path',
    's3://bucket/?endpoint=https://s3.example.com/base',
  ],
] as const)('%s is asked at its endpoint', (place, environment, ...[endpoint, addressing, location]) => {
  const settings = s3Settings(place, { ...credentials, ...environment });
  expect(settings.endpoint.href).toBe(endpoint);
  expect(settings.addressing).toBe(addressing);
  expect(openS3Archive(settings).location).toBe(location);
});

test.each([
  ['s3://', credentials, 'no place'],
  ['s3://b/x', credentials, 'no place'],
  ['s3://bucket/../x', credentials, 'no place'],
  ['s3://bucket/a b', credentials, 'no place'],
  ['s3://bucket/x', {}, 'AWS_ACCESS_KEY_ID'],
  ['s3://bucket/x?secret=a', credentials, 'cannot be said'],
  ['s3://bucket/x?region=a&region=b', credentials, 'said twice'],
  ['s3://bucket/x?addressing=other', credentials, 'path or virtual'],
  ['s3://bucket/x?endpoint=https://user:word@example.com', credentials, 'credentials'],
  ['s3://bucket/x?endpoint=https://example.com/?x', credentials, 'neither a query'],
  ['s3://bucket/x?endpoint=http://example.com', credentials, 'only https'],
  ['s3://bucket/x', { ...credentials, AWS_SESSION_TOKEN: 'a b' }, 'AWS_SESSION_TOKEN'],
  ['s3://bucket/x', { ...credentials, AWS_SECRET_ACCESS_KEY: 'a\nb' }, 'AWS_SECRET_ACCESS_KEY'],
  ['s3://bucket/x', { ...credentials, AWS_REGION: 'a.b/c' }, 'AWS_REGION'],
  ['s3://bucket/x', { ...credentials, AWS_ENDPOINT_URL: 'http://example.com' }, 'only https'],
])('%s with such an environment is refused', (place, environment, why) => {
  expect(() => s3Settings(place, environment)).toThrow(why);
});
