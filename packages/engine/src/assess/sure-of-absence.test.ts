// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '@plumbline/core/collecting/collector';
import { expect, test } from 'vitest';
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import { notingUnread, sureOfAbsence } from './sure-of-absence.ts';

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

test('a folder that could not be listed may hold it; a name that is no text may not', () => {
  const snapshot = {
    skipped: [
      { path: 'docs', because: 'a folder that cannot be read', folder: true },
      { path: 'b?d', because: 'its name is not UTF-8' },
    ],
  } as unknown as RepositorySnapshot;
  const noted = notingUnread(snapshot).unread;
  expect(noted).toEqual([{ path: 'docs', because: 'a folder that cannot be read' }]);
  expect(sureOfAbsence([absent], noted)).toMatchObject([{ state: 'unavailable', location: 'docs' }]);
});
