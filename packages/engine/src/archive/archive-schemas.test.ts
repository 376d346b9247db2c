// SPDX-License-Identifier: Apache-2.0
import type { ArchiveStore, KeptEntry } from '@plumbline/core/archive/archive-store';
import type { DrillEntry } from '@plumbline/core/state/drill-entry';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { archiveEntryText } from './archive-entry-text.ts';
import { archiveListSchema } from './archive-list-schema.ts';
import { drillSchema } from './drill-schema.ts';
import { listArchive } from './list-archive.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const [isList, isDrill] = [ajv.compile(archiveListSchema), ajv.compile(drillSchema)];

const digest = `sha256:${'0'.repeat(64)}` as const;
const archivedAt = '2026-01-02T00:00:00.000Z';

function kept(name: string, retainUntil: string | null): KeptEntry {
  const objects = [{ name: 'release.json', digest, size: 12 }];
  return { name, bytes: Buffer.from(archiveEntryText({ schema: 1, name, objects, archivedAt, retainUntil })) };
}

/** An archive of which nothing more is asked. */
const having = (...entries: readonly KeptEntry[]): ArchiveStore =>
  ({ location: 'kept', entries: () => Promise.resolve(entries) }) as unknown as ArchiveStore;

test('a list tells what ends soon and what has ended, and is valid by the published schema', async () => {
  const store = having(
    kept('a', null),
    kept('b', '2026-08-30'),
    kept('c', '2026-08-29'),
    kept('d', '2026-06-01'),
    kept('e', '2026-05-31'),
    { name: 'f', bytes: Buffer.from('{}\n') },
  );
  const list = await listArchive(store, '2026-05-31T23:00:00.000Z');
  expect(isList(list), JSON.stringify(isList.errors)).toBe(true);
  expect(
    list.releases.map((release) => ('retention' in release ? [release.retention, release.daysLeft] : release.state)),
  ).toEqual([['without-end', null], ['kept', 91], ['ending', 90], ['ending', 1], ['ending', 0], 'damaged']);
  const later = await listArchive(store, '2026-06-01T00:00:00.000Z');
  expect(later.releases[4]).toMatchObject({ retention: 'ended', daysLeft: -1 });
});

test('a drill with everything in it is valid by the published schema', () => {
  const drill: DrillEntry = {
    schema: 1,
    what: 'archive-drill',
    archive: 'kept',
    startedAt: archivedAt,
    objects: 2,
    bytes: 12,
    restored: false,
    trust: digest,
    verified: 'not-verified',
    faults: [{ release: 'a', object: null, what: 'missing', because: 'it is gone' }],
    releases: [
      {
        name: 'a',
        manifest: digest,
        tag: 'a',
        commit: 'c'.repeat(40),
        retainUntil: null,
        restored: false,
        remarks: [{ object: 'x', because: 'larger' }],
        artifacts: [
          {
            name: 'x',
            sha256: '0'.repeat(64),
            outcome: 'not-verified',
            requirements: [{ name: 'ours', predicateType: null, outcome: 'not-verified', because: 'nothing' }],
            statedBy: ['SHA256SUMS'],
          },
        ],
      },
    ],
  };
  expect(isDrill(drill), JSON.stringify(isDrill.errors)).toBe(true);
  expect(isDrill({ ...drill, verified: 'yes' })).toBe(false);
});
