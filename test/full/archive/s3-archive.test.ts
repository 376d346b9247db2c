// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { openS3Archive } from '@plumbline/adapters/archives/s3/open-s3-archive';
import { s3Settings } from '@plumbline/adapters/archives/s3/s3-settings';
import { archiveStoreContract } from '@plumbline/adapters/testing/archive-store-contract';
import type { ArchivedObject } from '@plumbline/core/archive/archive-entry';
import { afterAll, expect, test } from 'vitest';
import { startS3Server } from './s3-server.ts';

const server = await startS3Server(['archive', 'large']);
afterAll(() => server.stop());

const open = (place: string, changes: { readonly [name: string]: string } = {}): ReturnType<typeof openS3Archive> =>
  openS3Archive(s3Settings(place, { ...server.environment, ...changes }));

archiveStoreContract('S3', (place) => Promise.resolve(open(`s3://archive/${place}/below`)));

const mebibyte = 1024 * 1024;

async function* made(mebibytes: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < mebibytes; at += 1) yield Buffer.alloc(mebibyte, `${at} `);
}

async function objectOf(mebibytes: number): Promise<ArchivedObject> {
  const hash = createHash('sha256');
  for await (const chunk of made(mebibytes)) hash.update(chunk);
  return { name: 'large', digest: `sha256:${hash.digest('hex')}`, size: mebibytes * mebibyte };
}

test('a large object goes in parts, and appears whole or not at all', async () => {
  const store = open('s3://large');
  const object = await objectOf(40);
  await expect(store.put(object, made(39))).rejects.toMatchObject({ code: 'input-invalid' });
  expect(await store.read(object.digest)).toBeNull();
  await store.put(object, made(40));
  const hash = createHash('sha256');
  for await (const chunk of (await store.read(object.digest)) ?? []) hash.update(chunk);
  expect(`sha256:${hash.digest('hex')}`).toBe(object.digest);
  expect(await readdir(server.folderOf('large'))).toContain('objects');
});

test('more than a page of entries is listed to its end', async () => {
  const store = open('s3://archive/pages');
  const names = Array.from({ length: 1005 }, (_, at) => `v${String(at).padStart(4, '0')}`);
  for (const name of names) await store.addEntry({ name, text: '{}\n', objects: [] });
  expect((await store.entries()).map(({ name }) => name)).toEqual(names);
});

test('wrong credentials, and a bucket that is not there, are said and not shown', async () => {
  const wrong = open('s3://archive/x', { AWS_SECRET_ACCESS_KEY: 'another-secret' });
  await expect(wrong.entries()).rejects.toMatchObject({
    code: 'fetch-failed',
    message: expect.not.stringContaining('another-secret'),
  });
  await expect(wrong.entries()).rejects.toThrow('403 SignatureDoesNotMatch');
  await expect(open('s3://nowhere/x').entries()).rejects.toMatchObject({ code: 'fetch-failed' });
});
