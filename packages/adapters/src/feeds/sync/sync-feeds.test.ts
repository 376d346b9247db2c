// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { readFeedParts } from '../../platform/feeds/read-feed-parts.ts';
import { buildZip } from '../../testing/build-zip.ts';
import { now, osv, useFolders } from '../../testing/feed-folders.ts';
import { syncFeeds, type Syncing } from './sync-feeds.ts';

const folderWith = useFolders();
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A mirror on this machine; the address below which it has its files. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mirror`;
}

const files: { readonly [path: string]: Uint8Array } = {
  '/mirror/npm/all.zip': buildZip([{ name: 'a.json', bytes: Buffer.from(osv()) }]),
  '/mirror/crates.io/all.zip': buildZip([{ name: 'b.json', bytes: Buffer.from(osv({ ecosystem: 'crates.io' })) }]),
  '/mirror/epss_scores-current.csv.gz': gzipSync(
    '#model_version:v1,score_date:2026-06-27T00:00:00Z\ncve,epss,percentile\nCVE-2026-1000,0.5,0.9\n',
  ),
};
const modified = 'Mon, 29 Jun 2026 00:00:00 GMT';
const mirror: RequestListener = (request, response) => {
  const bytes = files[request.url ?? ''];
  if (bytes === undefined) response.writeHead(404).end();
  else if (request.headers['if-none-match'] === '"one"') response.writeHead(304).end();
  else response.writeHead(200, { etag: '"one"', 'last-modified': modified }).end(bytes);
};

/** Says how long it is, and ends before. */
const breakOff: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('half');
  setTimeout(() => response.destroy(), 20);
};

const sync = (folder: string, from: string, more: Partial<Syncing> = {}): ReturnType<typeof syncFeeds> =>
  syncFeeds({ folder, from, ecosystems: ['npm'], feeds: ['osv'], now: () => now, ...more });

test('fetches what a mirror has, then only what changed, and tells what it could not', async () => {
  const folder = folderWith();
  const from = await serve(mirror);
  const all = { ecosystems: ['npm', 'crates.io', 'PyPI'], feeds: ['osv', 'kev', 'epss'] } as const;
  const states = async (): Promise<readonly string[]> =>
    (await sync(folder, from, all)).map(({ part, state }) => `${part} ${state}`);
  expect(await states()).toEqual(['npm changed', 'crates.io changed', 'PyPI failed', 'kev failed', 'epss changed']);
  expect(await states()).toEqual([
    'npm unchanged',
    'crates.io unchanged',
    'PyPI failed',
    'kev failed',
    'epss unchanged',
  ]);
  const parts = await readFeedParts(folder);
  expect(parts.map(({ part, asOf, source }) => [part, asOf, source])).toEqual([
    ['epss', '2026-06-29T00:00:00.000Z', `${from}/epss_scores-current.csv.gz`],
    ['crates.io', '2026-06-29T00:00:00.000Z', `${from}/crates.io/all.zip`],
    ['npm', '2026-06-29T00:00:00.000Z', `${from}/npm/all.zip`],
  ]);
});

test('a folder can be a mirror', async () => {
  const folder = folderWith();
  const from = folderWith({
    'npm/all.zip': files['/mirror/npm/all.zip'] ?? '',
    'end-of-life/go.json': '[{"cycle":"1.26","eol":false}]',
  });
  const synced = await sync(folder, from, { feeds: ['osv', 'kev', 'end-of-life'] });
  expect(synced.map(({ part, state }) => `${part} ${state}`)).toEqual([
    'npm changed',
    'kev failed',
    'end-of-life changed',
  ]);
});

test.each([
  ['another host', 'http://localhost:1/x', /leads to another host/],
  ['no https', 'http://192.0.2.1/x', /only https is asked/],
  ['a file', 'file:///etc/passwd', /only https is asked/],
  ['itself', '/mirror/npm/all.zip', /more than 3 redirects/],
])('a redirect to %s is not followed', async (_, location, because) => {
  const from = await serve((_request, response) => response.writeHead(302, { location }).end());
  const failed = await sync(folderWith(), from).then(
    ([only]) => only?.because,
    (error: unknown) => String(error),
  );
  expect(failed).toMatch(because);
});

test('an answer that breaks off, is no archive, or is an error keeps what was there', async () => {
  const folder = folderWith();
  await sync(folder, await serve(mirror));
  const before = await readFeedParts(folder);
  const answers: readonly RequestListener[] = [
    breakOff,
    (_, response) => response.end('<html>'),
    (_, response) => response.writeHead(500).end(),
    (request) => request.socket.destroy(),
  ];
  for (const answer of answers) expect(await sync(folder, await serve(answer))).toMatchObject([{ state: 'failed' }]);
  expect(await readFeedParts(folder)).toEqual(before);
});

test.each(['ftp://example.com', 'http://example.com', 'https://user:secret@example.com', '/nowhere/at/all'])(
  'no mirror: %s',
  async (from) => {
    await expect(sync(folderWith(), from)).rejects.toMatchObject({ code: 'usage' });
  },
);

test('an ecosystem that OSV does not have is told before anything is fetched', async () => {
  await expect(sync(folderWith(), 'https://example.com', { ecosystems: ['../../x'] })).rejects.toMatchObject({
    code: 'usage',
  });
});

test('an interrupt ends it', async () => {
  const controller = new AbortController();
  const from = await serve(() => controller.abort());
  await expect(sync(folderWith(), from, { signal: controller.signal })).rejects.toMatchObject({ code: 'interrupted' });
});
