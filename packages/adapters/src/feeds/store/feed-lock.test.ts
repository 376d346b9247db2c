// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openFeeds } from '../../platform/feeds/open-feeds.ts';
import { now, osv, useFolders } from '../../testing/feed-folders.ts';
import { importFeeds } from '../import/import-feeds.ts';
import { withFeedLock } from './feed-lock.ts';

const folderWith = useFolders();
const importer = new URL('../../testing/import-process.ts', import.meta.url).pathname;

function startImport(folder: string, source: string): ReturnType<typeof spawn> {
  return spawn(process.execPath, ['--conditions=source', importer, folder, source], { stdio: 'ignore' });
}

test('one at a time', async () => {
  const folder = folderWith();
  const seen: string[] = [];
  const turn = (name: string): Promise<void> =>
    withFeedLock(folder, async () => {
      seen.push(`${name} begins`);
      await wait(20);
      seen.push(`${name} ends`);
    });
  await Promise.all([turn('a'), turn('b')]);
  expect(seen.map((line) => line.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends']);
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a process that is gone is taken over, that of one that lives is waited for', async () => {
  const folder = folderWith({ 'feeds.lock': JSON.stringify({ host: hostname(), pid: 2 ** 22 + 1, startedAt: '1' }) });
  expect(await withFeedLock(folder, async () => 'done')).toBe('done');
  const other = JSON.stringify({ host: 'another.example', pid: 1, startedAt: '1' });
  for (const held of [other, 'torn']) {
    writeFileSync(join(folder, 'feeds.lock'), held);
    await expect(withFeedLock(folder, async () => 'done', 200)).rejects.toMatchObject({ code: 'output-unwritable' });
  }
});

test('a fault inside gives the lock back', async () => {
  const folder = folderWith();
  await expect(withFeedLock(folder, () => Promise.reject(new Error('x')))).rejects.toThrow('x');
  expect(existsSync(join(folder, 'feeds.lock'))).toBe(false);
});

test('two processes that import at once lose nothing of each other', async () => {
  const folder = folderWith();
  const sources = ['A', 'B'].map((name) => folderWith({ 'a.jsonl': manyRecords(name, 300) }));
  const ends = sources.map((source) => once(startImport(folder, source), 'exit'));
  expect((await Promise.all(ends)).map(([code]) => code as number)).toEqual([0, 0]);
  const feeds = await openFeeds(folder);
  expect(feeds?.advisories('npm')?.head.advisories).toBe(600);
  feeds?.close();
}, 60_000);

test('kill -9 at any moment leaves what was there, or what came, and the next import goes on', async () => {
  const folder = folderWith();
  await importFeeds([folderWith({ 'a.json': osv() })], { folder, now });
  const source = folderWith({ 'a.jsonl': manyRecords('K', 2000) });
  for (const delayMs of [150, 250, 350, 450]) {
    const child = startImport(folder, source);
    const ended = once(child, 'exit');
    await wait(delayMs);
    child.kill('SIGKILL');
    await ended;
    const feeds = await openFeeds(folder);
    expect([1, 2001]).toContain(feeds?.advisories('npm')?.all().length);
    feeds?.close();
  }
  await importFeeds([source], { folder, now });
  expect(readdirSync(folder).filter((name) => name !== 'feeds.json')).toHaveLength(1);
}, 60_000);

function manyRecords(prefix: string, count: number): string {
  return Array.from({ length: count }, (_, at) => osv({ id: `${prefix}-${at}`, name: `${prefix}-${at}` })).join('\n');
}
