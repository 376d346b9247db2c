// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { openS3Archive } from '@plumbline/adapters/archives/s3/open-s3-archive';
import type { S3Clock } from '@plumbline/adapters/archives/s3/s3-clock';
import { s3Settings } from '@plumbline/adapters/archives/s3/s3-settings';
import type { ArchiveStore } from '@plumbline/core/archive/archive-store';
import { putRelease } from '@plumbline/engine/archive/put-release';
import { afterAll, afterEach, expect, test } from 'vitest';
import { drill, releaseOf } from '../../archive/release-for-tests.ts';
import { type Fault, type FaultyProxy, startFaultyProxy } from './faulty-proxy.ts';
import { startS3Server } from './s3-server.ts';

const server = await startS3Server(['archive']);
afterAll(() => server.stop());

const proxies: FaultyProxy[] = [];
afterEach(() => proxies.splice(0).forEach(({ stop }) => stop()));

/** Waits no time, and takes chances that are the same in every run. */
const clock: S3Clock = { now: () => new Date(), wait: () => Promise.resolve(), random: () => 0.5 };

async function behind(
  place: string,
  decide: (method: string, path: string) => Fault,
): Promise<{ readonly store: ArchiveStore; readonly proxy: FaultyProxy }> {
  const proxy = await startFaultyProxy(server.address, decide);
  proxies.push(proxy);
  const settings = s3Settings(`s3://archive/${place}`, { ...server.environment, AWS_ENDPOINT_URL_S3: proxy.address });
  return { store: openS3Archive(settings, { clock }), proxy };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** Numbers that look like chance: a linear congruential generator. */
function chances(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

const passing: readonly Fault[] = [
  { status: 503, code: 'SlowDown' },
  { status: 500, code: 'InternalError' },
  { status: 429, code: 'TooManyRequests' },
  'reset-before',
  'reset-after',
  'cut',
];

test.each([1, 2, 3, 4])('a quarter of all requests fails in some way, and nothing is lost (%d)', async (seed) => {
  const chance = chances(seed);
  const { store, proxy } = await behind(`flaky-${seed}`, (method) => {
    if (chance() >= 0.25) return 'none';
    // A lost answer to what begins or completes an upload is no fault that passes.
    return method === 'POST'
      ? { status: 503, code: 'SlowDown' }
      : (passing[Math.floor(chance() * passing.length)] ?? 'none');
  });
  const large = Buffer.alloc(20 * 1024 * 1024, `seed ${seed}`);
  for (const tag of ['v1', 'v2', 'v3']) {
    const source = releaseOf({ 'app.bin': tag === 'v2' ? large : `of ${tag}`, 'licence.txt': 'in each' }, tag);
    await putRelease(store, { source, archivedAt: '2026-01-02T00:00:00.000Z', retainUntil: '2031-01-01' });
  }
  expect(await drill(store)).toMatchObject({ restored: true, faults: [], releases: [{}, {}, {}] });
  expect(proxy.faults()).toBeGreaterThan(5);
});

test('a download that is cut again and again goes on where it was', async () => {
  let cuts = 0;
  const { store } = await behind('cut', (method) => (method === 'GET' && (cuts += 1) <= 4 ? 'cut' : 'none'));
  const bytes = Buffer.alloc(5_000_000, 'xyz');
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}` as const;
  await store.put({ name: 'x', digest, size: bytes.length }, once(bytes));
  const hash = createHash('sha256');
  for await (const chunk of (await store.read(digest)) ?? []) hash.update(chunk);
  expect(`sha256:${hash.digest('hex')}`).toBe(digest);
  expect(cuts).toBe(5);
});

test('an entry whose first answer is lost is added, once', async () => {
  let asked = 0;
  const lost = await behind('lost', (method) => (method === 'PUT' && (asked += 1) === 1 ? 'reset-after' : 'none'));
  expect(await lost.store.addEntry({ name: 'v1', text: 'mine\n', objects: [] })).toBe(true);
  expect(asked).toBe(2);
  expect(await lost.store.addEntry({ name: 'v1', text: 'other\n', objects: [] })).toBe(false);
});

test.each<[string, Fault]>([
  ['a server that is always busy', { status: 503, code: 'SlowDown' }],
  ['a connection that always breaks', 'reset-before'],
])('%s is given up, and nothing is acknowledged', async (_, fault) => {
  const { store, proxy } = await behind('down', () => fault);
  const source = releaseOf({ 'app.bin': 'x' });
  const put = putRelease(store, { source, archivedAt: '2026-01-02T00:00:00.000Z', retainUntil: null });
  await expect(put).rejects.toMatchObject({ code: 'fetch-failed' });
  expect(proxy.faults()).toBe(6);
});
