// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDirectoryArchive } from '@plumbline/adapters/archives/directory/open-directory-archive';
import { parseArchiveEntry } from '@plumbline/engine/archive/archive-entry-text';
import { putRelease } from '@plumbline/engine/archive/put-release';
import { afterAll, expect, test } from 'vitest';
import { releaseOf } from './release-for-tests.ts';

const root = await mkdtemp(join(tmpdir(), 'plumbline-put-again-'));
afterAll(() => rm(root, { recursive: true, force: true }));

test('retention becomes longer when it is told, and stays where it is not', async () => {
  const store = openDirectoryArchive(root);
  const put = { source: releaseOf({ 'app.tgz': 'app' }), archivedAt: '2026-01-02T00:00:00.000Z' };
  for (const [retainUntil, kept] of [
    ['2031-01-01', '2031-01-01'],
    [null, '2031-01-01'],
    ['2032-01-01', '2032-01-01'],
    [null, '2032-01-01'],
  ] as const) {
    expect((await putRelease(store, { ...put, retainUntil })).entry.retainUntil).toBe(kept);
    const there = await store.entry('v1.0.0');
    expect(there === null ? null : parseArchiveEntry(there)).toMatchObject({ entry: { retainUntil: kept } });
  }
  await expect(putRelease(store, { ...put, retainUntil: '2031-12-31' })).rejects.toThrow('cannot be shortened');
});
