// SPDX-License-Identifier: Apache-2.0
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collected } from '@plumbline/core/collecting/collector';
import { digestOf } from '@plumbline/core/digest';
import type { ArchivedEntry } from '@plumbline/core/state/archived-entry';
import type { DrilledRelease, DrillEntry } from '@plumbline/core/state/drill-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { expect, test } from 'vitest';
import { openState } from '../../state/open-state.ts';
import { collectorInput } from '../../testing/collector-input.ts';
import { useRepositories } from '../../testing/use-repositories.ts';
import { releaseArchiveCollector } from './release-archive-collector.ts';

const { folder } = useRepositories();
const manifest = digestOf('manifest');
const archive = '/home/ada/kept';

const put = (archivedAt: string, more: Partial<ArchivedEntry> = {}): ArchivedEntry => ({
  schema: 1,
  archive,
  name: 'v1.0.0',
  manifest,
  tag: 'v1.0.0',
  commit: 'c'.repeat(40),
  archivedAt,
  retainUntil: '2031-01-01',
  objects: [
    { name: 'release.json', digest: manifest, size: 1, role: 'manifest' },
    { name: 'b.tgz', digest: manifest, size: 1, role: 'sbom' },
    { name: 'a.tgz', digest: manifest, size: 1, role: 'artifact' },
  ],
  ...more,
});

const drilled = (more: Partial<DrilledRelease> = {}): DrilledRelease => ({
  name: 'v1.0.0',
  manifest,
  tag: 'v1.0.0',
  commit: 'c'.repeat(40),
  retainUntil: '2031-01-01',
  restored: true,
  ...more,
});

const drill = (startedAt: string, releases: readonly DrilledRelease[], more: Partial<DrillEntry> = {}): DrillEntry => ({
  schema: 1,
  what: 'archive-drill',
  archive,
  startedAt,
  releases,
  objects: 3,
  bytes: 3,
  faults: [],
  restored: true,
  ...more,
});

async function collect(
  keep: (state: StateStore) => Promise<unknown>,
  input: Parameters<typeof collectorInput>[1] = {},
): Promise<Collected> {
  const state = openState(folder());
  await keep(state);
  const [item] = await releaseArchiveCollector.collect(collectorInput({}, { state, ...input }));
  if (item === undefined) throw new Error('no item');
  return item;
}

test('nothing was archived here; what is not believed is not looked at', async () => {
  expect(await collect(async () => undefined)).toMatchObject({ state: 'absent' });
  expect(await collect(async () => undefined, { stateRefused: true })).toMatchObject({ state: 'unavailable' });
});

test('a release that was put there, and restored since', async () => {
  const item = await collect(async (state) => {
    await state.add('archived', put('2026-05-01T00:00:00Z', { retainUntil: '2027-01-01' }));
    await state.add('archived', put('2026-05-02T00:00:00Z'));
    const artifacts = [{ name: 'a.tgz', sha256: 'a', outcome: 'verified', requirements: [], statedBy: [] }] as const;
    await state.add('drills', drill('2026-06-01T00:00:00Z', [drilled({ artifacts, retainUntil: '2032-01-01' })]));
  });
  expect(item).toMatchObject({
    location: 'archive kept',
    effectiveAt: '2026-06-01T00:00:00Z',
    strength: 'tested',
    fact: {
      releases: [
        {
          tag: 'v1.0.0',
          archive: 'kept',
          archivedOn: '2026-05-02',
          retainUntil: '2032-01-01',
          roles: ['artifact', 'sbom'],
          drill: { on: '2026-06-01', restored: true, verified: 'verified', faults: [] },
        },
      ],
    },
  });
});

test('a later drill decides, and one that is still to come does not', async () => {
  const item = await collect(async (state) => {
    await state.add('archived', put('2026-05-02T00:00:00Z'));
    await state.add('drills', drill('2026-06-01T00:00:00Z', [drilled()]));
    const faults = [{ release: 'v1.0.0', object: 'a.tgz', what: 'altered', because: 'other bytes' }] as const;
    await state.add(
      'drills',
      drill('2026-06-02T00:00:00Z', [drilled({ restored: false })], { faults, restored: false }),
    );
    await state.add('drills', drill('2026-07-02T00:00:00Z', [drilled()]));
  });
  expect(item).toMatchObject({
    fact: { releases: [{ drill: { restored: false, faults: ['a.tgz is altered: other bytes'] } }] },
  });
});

test('what a drill did not find is lost; what was put there later was not tried', async () => {
  const item = await collect(async (state) => {
    await state.add('archived', put('2026-05-02T00:00:00Z'));
    await state.add('archived', put('2026-06-02T00:00:00Z', { name: 'v1.1.0', tag: 'v1.1.0' }));
    await state.add('drills', drill('2026-06-01T00:00:00Z', [drilled({ name: 'v0.9.0', tag: 'v0.9.0' })]));
  });
  expect(item).toMatchObject({
    fact: {
      releases: [
        { name: 'v0.9.0', roles: null, archivedOn: null, drill: { restored: true, verified: 'not-asked' } },
        { name: 'v1.0.0', drill: { restored: false } },
        { name: 'v1.1.0', drill: null },
      ],
    },
  });
});

test('artifacts that a drill could not verify', async () => {
  const requirements = [
    { name: 'signature', predicateType: null, outcome: 'not-verified', because: 'another key' },
  ] as const;
  const artifacts = [
    { name: 'a.tgz', sha256: 'a', outcome: 'not-verified', requirements, statedBy: [] },
    { name: 'b.tgz', sha256: 'b', outcome: 'verified', requirements: [], statedBy: [] },
  ] as const;
  const item = await collect((state) => state.add('drills', drill('2026-06-01T00:00:00Z', [drilled({ artifacts })])));
  expect(item).toMatchObject({
    fact: { releases: [{ drill: { verified: 'not-verified', faults: ['a.tgz: another key'] } }] },
  });
});

test('a damaged entry makes the archive unknown', async () => {
  const item = await collect(async (state) => {
    await state.add('drills', drill('2026-06-01T00:00:00Z', [drilled()]));
    await state.add('archived', put('2026-05-02T00:00:00Z'));
    const [first = ''] = await readdir(join(state.location, 'drills'));
    await writeFile(join(state.location, 'drills', first), '{"schema":1}');
  });
  expect(item).toMatchObject({ state: 'unavailable', because: expect.stringContaining('damaged') });
});
