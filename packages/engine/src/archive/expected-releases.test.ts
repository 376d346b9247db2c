// SPDX-License-Identifier: Apache-2.0
import type { ArchivedEntry } from '@plumbline/core/state/archived-entry';
import type { DrillEntry } from '@plumbline/core/state/drill-entry';
import { expect, test } from 'vitest';
import { memoryState } from '../testing/memory-state.ts';
import { expectedReleases } from './expected-releases.ts';

const [one, two] = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`] as const;
const now = '2026-06-01T00:00:00.000Z';

function drill(on: string, manifest: typeof one | null, retainUntil: string | null, archive = 'kept'): DrillEntry {
  const restored = manifest !== null;
  const release = { name: 'v1', manifest: manifest ?? two, tag: 'v1', commit: null, retainUntil, restored };
  const startedAt = `${on}T00:00:00.000Z`;
  const about = { schema: 1, what: 'archive-drill', archive, startedAt, objects: 1, bytes: 1, faults: [] } as const;
  return { ...about, releases: [release], restored };
}

function archived(on: string, retainUntil: string | null): ArchivedEntry {
  const archivedAt = `${on}T00:00:00.000Z`;
  return {
    schema: 1,
    archive: 'kept',
    name: 'v1',
    manifest: one,
    tag: 'v1',
    commit: '',
    archivedAt,
    retainUntil,
    objects: [],
  };
}

async function expectedAfter(...entries: readonly (DrillEntry | ArchivedEntry)[]): Promise<unknown> {
  const state = memoryState();
  for (const entry of entries) await state.add('what' in entry ? 'drills' : 'archived', entry);
  return expectedReleases(state, 'kept', now);
}

test('a release is expected as it was when it was last whole', async () => {
  expect(await expectedAfter()).toEqual([]);
  const whole = { name: 'v1', manifest: one, retainUntil: '2030-01-01' };
  expect(await expectedAfter(archived('2026-01-01', '2030-01-01'))).toEqual([whole]);
  expect(await expectedAfter(drill('2026-01-02', one, '2030-01-01'))).toEqual([whole]);
  // A drill that found it altered, or gone, is no measure for the next one.
  expect(await expectedAfter(drill('2026-01-02', one, '2030-01-01'), drill('2026-01-03', null, null))).toEqual([whole]);
});

test('the longest retention that was seen counts', async () => {
  const entries = [archived('2026-01-01', '2030-01-01'), drill('2026-01-02', one, '2027-01-01')];
  expect(await expectedAfter(...entries)).toMatchObject([{ retainUntil: '2030-01-01' }]);
  expect(await expectedAfter(...entries, drill('2026-01-03', one, null))).toMatchObject([{ retainUntil: null }]);
});

test('nothing is expected after its retention, or of another archive', async () => {
  expect(await expectedAfter(drill('2026-01-02', one, '2026-05-31'))).toEqual([]);
  expect(await expectedAfter(drill('2026-01-02', one, '2026-06-01'))).toHaveLength(1);
  expect(await expectedAfter(drill('2026-01-02', one, null, 'elsewhere'))).toEqual([]);
});
