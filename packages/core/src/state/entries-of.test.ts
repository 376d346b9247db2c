// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { digestOf } from '../digest.ts';
import { entriesOf } from './entries-of.ts';
import type { StateStore } from './state-store.ts';

const scan = { schema: 1, commit: null, dirty: true, startedAt: '2026-01-01T00:00:00Z', runs: [] };

/** A store that has these values. */
const having = (...values: readonly unknown[]): StateStore =>
  ({
    entries: () => Promise.resolve({ intact: values.map((value) => ({ id: digestOf(value), value })), broken: ['x'] }),
  }) as unknown as StateStore; // no more of it is asked

test.each([null, 1, [], {}, { ...scan, schema: 2 }, { ...scan, runs: {} }, { ...scan, dirty: 'no' }])(
  'an entry of another shape is left alone: %j',
  async (value) => {
    expect(await entriesOf(having(scan, value), 'scans')).toEqual({ entries: [scan], broken: ['x'] });
  },
);
