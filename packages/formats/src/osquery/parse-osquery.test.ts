// SPDX-License-Identifier: Apache-2.0
import type { Endpoint } from '@plumbline/core/facts/imported/endpoint-posture';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { parseOsquery } from './parse-osquery.ts';

const log = new Uint8Array(readFileSync(new URL('fixtures/results.log', import.meta.url)));
const endpoints = (value: unknown): readonly Endpoint[] => {
  const parsed = parseOsquery(bytesOf(value));
  return parsed.state === 'parsed' ? parsed.endpoints : [];
};
const unixTime = 1_782_813_600;
const observedAt = '2026-06-30T10:00:00Z';

test('the result log of osqueryd: changes and snapshots, one endpoint a host', () => {
  expect(parseOsquery(log)).toEqual({
    state: 'parsed',
    binding: {
      tool: 'osquery',
      toolVersion: '5.19.0',
      commit: null,
      completed: true,
      finishedAt: '2026-06-29T10:00:00Z',
      problems: [],
    },
    endpoints: [
      { diskEncrypted: true, patchedOn: '2026-06-09', screenLock: null, observedAt: '2026-06-29T10:00:00Z' },
      { diskEncrypted: true, patchedOn: '2026-06-21', screenLock: true, observedAt: '2026-06-30T10:00:00Z' },
    ],
  });
});

test('nothing that names a host or a person is kept', () => {
  expect(JSON.stringify(parseOsquery(log))).not.toMatch(/ann|bob|AAAA|disk1s1|501/i);
});

test.each([
  ['rows of osqueryi', [{ filevault_status: 'on', unix_time: String(unixTime) }]],
  [
    'Fleet live results',
    `{"host":"a","rows":[{"encrypted":"1","path":"/","unix_time":"${unixTime}"},{"encrypted":"0","path":"/boot"}]}`,
  ],
  [
    'a Fleet report',
    {
      query_id: 1,
      results: [{ host_id: 1, host_name: 'a', last_fetched: observedAt, columns: { disk_encrypted: '1' } }],
    },
  ],
  ['Fleet hosts', { hosts: [{ id: 1, hostname: 'a', disk_encryption_enabled: true, detail_updated_at: observedAt }] }],
  [
    'batch format',
    { diffResults: { added: [{ encrypted: '1', name: 'x' }], removed: [] }, name: 'q', hostIdentifier: 'a', unixTime },
  ],
  ['distributed results', { node_key: 'x', unixTime, queries: { disk: [{ encrypted: '1', name: 'x' }] } }],
])('%s', (_, value) => {
  expect(endpoints(value)).toMatchObject([{ diskEncrypted: true, observedAt }]);
});

test('disks that differ, and none of them marked as the system: nobody can tell', () => {
  const rows = [
    { encrypted: '1', name: '/dev/dm-0' },
    { encrypted: '0', name: '/dev/sda1' },
  ];
  expect(
    endpoints([
      {
        name: 'q',
        hostIdentifier: 'a',
        unixTime,
        action: 'snapshot',
        snapshot: [...rows, { enabled: '1', grace_period: '0' }],
      },
    ]),
  ).toEqual([{ diskEncrypted: null, patchedOn: null, screenLock: true, observedAt }]);
});

test('one user without a screen lock is no screen lock', () => {
  expect(
    endpoints([
      {
        name: 'q',
        hostIdentifier: 'a',
        unixTime,
        snapshot: [
          { enabled: '1', grace_period: '0' },
          { enabled: '0', grace_period: '-1' },
        ],
      },
    ]),
  ).toMatchObject([{ screenLock: false }]);
});

test('a host that shows nothing of the posture, or no time, is a problem', () => {
  const parsed = parseOsquery(
    bytesOf([
      { name: 'q', hostIdentifier: 'a', columns: { encrypted: '1', name: 'x' } },
      { name: 'q', hostIdentifier: 'b', columns: { version: '1' } },
    ]),
  );
  expect(parsed).toMatchObject({
    binding: { problems: [expect.stringContaining('1 of 2 hosts'), expect.stringContaining('unixTime')] },
  });
});
