// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '@plumbline/core/collecting/collector';
import { expect, test } from 'vitest';
import { sureOfAbsence } from './sure-of-absence.ts';

const absent: Collected = { kind: 'threat-models', state: 'absent', location: 'tree', lookedIn: 'everything' };
const unread = [{ path: 'docs/threat-model.md', because: 'larger than 1048576 bytes' }];

test('nothing found, and a file not read: not absent', () => {
  expect(sureOfAbsence([absent], unread)).toMatchObject([
    { state: 'unavailable', because: 'docs/threat-model.md: larger than 1048576 bytes' },
  ]);
});

test('nothing found, and everything read: absent', () => {
  expect(sureOfAbsence([absent], [])).toEqual([absent]);
});

test('a collector of several kinds knows itself', () => {
  const both: readonly Collected[] = [absent, { ...absent, kind: 'decision-records' }];
  expect(sureOfAbsence(both, unread)).toEqual(both);
});
