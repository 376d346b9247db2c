// SPDX-License-Identifier: Apache-2.0
import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { quickClock, settingsAt, type ToldServer, toldServer } from './fixtures.ts';
import { attemptsMax } from './retry-policy.ts';
import { s3Client, type S3Client } from './s3-client.ts';

const servers: ToldServer[] = [];
afterEach(() => servers.splice(0).forEach(({ stop }) => stop()));

type Told = { readonly client: S3Client; readonly waits: readonly number[] };

async function clientOf(
  listener: RequestListener,
  { query = '', environment = {}, silenceMs = 60_000 } = {},
): Promise<Told> {
  const server = await toldServer(listener);
  servers.push(server);
  const clock = quickClock();
  return { client: s3Client(settingsAt(server.address, query, environment), { clock, silenceMs }), waits: clock.waits };
}

const slowDown = '<Error><Code>SlowDown</Code></Error>';
const put = { method: 'PUT', key: 'a', body: Buffer.from('content') } as const;

test.each([
  ['503 SlowDown', (answer: Parameters<RequestListener>[1]) => answer.writeHead(503).end(slowDown)],
  ['429', (answer: Parameters<RequestListener>[1]) => answer.writeHead(429).end()],
  ['500', (answer: Parameters<RequestListener>[1]) => answer.writeHead(500).end()],
  ['a reset', (answer: Parameters<RequestListener>[1]) => answer.socket?.resetAndDestroy()],
  [
    'hanging up in the answer',
    (answer: Parameters<RequestListener>[1]) => {
      answer.writeHead(200, { 'content-length': '100' }).write('half');
      setImmediate(() => answer.socket?.destroy());
    },
  ],
])('%s passes, and the request is made again with its body', async (_, fail) => {
  const bodies: string[] = [];
  const { client, waits } = await clientOf((request, answer) => {
    void text(request).then((body) => {
      bodies.push(body);
      if (bodies.length < 3) fail(answer);
      else answer.end('done');
    });
  });
  expect(await client.askWhole(put)).toMatchObject({ status: 200, repeated: true, body: Buffer.from('done') });
  expect(bodies).toEqual(['content', 'content', 'content']);
  expect(waits).toEqual([100, 200]);
});

test('a server that says nothing is asked again, and is given up', async () => {
  let asked = 0;
  const { client } = await clientOf(() => void (asked += 1), { silenceMs: 20 });
  await expect(client.askWhole(put)).rejects.toThrow('no answer for 0.02 s');
  expect(asked).toBe(attemptsMax);
});

test('a fault that does not pass ends after a bounded number of attempts', async () => {
  let asked = 0;
  const { client, waits } = await clientOf((_request, answer) => {
    asked += 1;
    answer.writeHead(503).end(slowDown);
  });
  await expect(client.askWhole(put)).rejects.toMatchObject({
    code: 'fetch-failed',
    message: expect.stringContaining('503 SlowDown'),
  });
  expect(asked).toBe(attemptsMax);
  expect(waits).toEqual([100, 200, 400, 800, 1600]);
});

test.each([
  [403, '<Error><Code>AccessDenied</Code></Error>'],
  [501, ''],
  [302, ''],
])('%d is no fault that passes', async (status, body) => {
  let asked = 0;
  const { client } = await clientOf((_request, answer) => {
    asked += 1;
    answer.writeHead(status, { location: 'http://example.com/' }).end(body);
  });
  await expect(client.askWhole(put)).rejects.toThrow(`the server answers ${status}`);
  expect(asked).toBe(1);
});

test('what cannot be done twice is asked again only when the server did not begin it', async () => {
  const asked: string[] = [];
  const begin = { method: 'POST', key: 'a', query: { uploads: '' } } as const;
  const reset = await clientOf((_request, answer) => {
    asked.push('reset');
    answer.socket?.resetAndDestroy();
  });
  await expect(reset.client.askWhole(begin)).rejects.toMatchObject({ code: 'fetch-failed' });
  const busy = await clientOf((_request, answer) => {
    asked.push('busy');
    if (asked.length < 4) answer.writeHead(503).end(slowDown);
    else answer.end();
  });
  await busy.client.askWhole(begin);
  const broken = await clientOf((_request, answer) => {
    asked.push('broken');
    answer.writeHead(500).end();
  });
  await expect(broken.client.askWhole(begin)).rejects.toThrow('500');
  expect(asked).toEqual(['reset', 'busy', 'busy', 'busy', 'broken']);
});

test('a bucket in another region is asked as that region wants it, on the same host', async () => {
  const scopes: string[] = [];
  const { client } = await clientOf((request, answer) => {
    const scope = /Credential=[^/]+\/\d+\/([^/]+)\//u.exec(request.headers.authorization ?? '')?.[1] ?? '';
    scopes.push(scope);
    const headers = { 'x-amz-bucket-region': 'eu-west-1', location: 'http://127.0.0.1:1/elsewhere' };
    if (scope === 'eu-west-1') answer.end();
    else answer.writeHead(301, headers).end('<Error><Code>PermanentRedirect</Code></Error>');
  });
  expect(await client.askWhole(put)).toMatchObject({ status: 200 });
  await client.askWhole(put);
  expect(scopes).toEqual(['us-east-1', 'eu-west-1', 'eu-west-1']);
});

test('a server that names ever new regions, or none that could be, is given up', async () => {
  let asked = 0;
  const { client } = await clientOf((_request, answer) => {
    asked += 1;
    answer.writeHead(301, { 'x-amz-bucket-region': `region-${asked}` }).end();
  });
  await expect(client.askWhole(put)).rejects.toThrow('another region');
  expect(asked).toBe(2);
  const hostile = await clientOf((_request, answer) =>
    answer.writeHead(301, { 'x-amz-bucket-region': 'x/../evil.example' }).end(),
  );
  await expect(hostile.client.askWhole(put)).rejects.toThrow('the server answers 301');
});

test('the bucket is named in the path, or in front of the host, and a session token is signed', async () => {
  const asked: unknown[] = [];
  const listener: RequestListener = (request, answer) => {
    const { host, authorization = '', 'x-amz-security-token': token } = request.headers;
    asked.push([host?.replace(/\d+$/u, 'port'), request.url, token, authorization.includes('x-amz-security-token')]);
    answer.end();
  };
  const environment = { AWS_SESSION_TOKEN: 'a+session/token==' };
  for (const query of ['', '?addressing=virtual']) {
    const { client } = await clientOf(listener, { query, environment });
    await client.askWhole({ method: 'GET', key: 'objects/a b' });
    await client.askWhole({ method: 'GET', key: '', query: { prefix: 'x' } });
  }
  expect(asked).toEqual([
    ['127.0.0.1:port', '/bucket/prefix/objects/a%20b', 'a+session/token==', true],
    ['127.0.0.1:port', '/bucket?prefix=x', 'a+session/token==', true],
    ['bucket.127.0.0.1:port', '/prefix/objects/a%20b', 'a+session/token==', true],
    ['bucket.127.0.0.1:port', '/?prefix=x', 'a+session/token==', true],
  ]);
});

test('no message holds a credential', async () => {
  const { client } = await clientOf((request, answer) =>
    answer.writeHead(403).end(`<Error><Code>${request.headers.authorization ?? ''}</Code></Error>`),
  );
  const failure = await client.askWhole(put).catch((error: unknown) => JSON.stringify(error) + String(error));
  expect(failure).toContain('403');
  expect(failure).not.toMatch(/test-key|test-secret|Signature/u);
});
