// SPDX-License-Identifier: Apache-2.0
import type { TreeEntry } from '@plumbline/core/collecting/repository-snapshot';
import { expect, it } from 'vitest';
import { createRecentFiles } from './recent-files.ts';

const entry = (objectId: string, overrides: Partial<TreeEntry> = {}): TreeEntry => ({
  path: objectId,
  type: 'file',
  objectId,
  size: 1000,
  ...overrides,
});

it('keeps texts by their objects', () => {
  const recent = createRecentFiles();
  recent.put(entry('a'), { state: 'text', text: 'one' });
  expect(recent.get(entry('a', { path: 'elsewhere' }))).toEqual({ state: 'text', text: 'one' });
  expect(recent.get(entry('b'))).toBeNull();
});

it('keeps no links, no files of unknown or large size, and nothing unread', () => {
  const recent = createRecentFiles();
  const link = entry('l', { type: 'link', size: null });
  const large = entry('m', { size: 10_000_000 });
  for (const kept of [link, large, entry('n', { size: null })]) {
    recent.put(kept, { state: 'text', text: 'x' });
    expect(recent.get(kept)).toBeNull();
  }
  recent.put(entry('o'), { state: 'unread', because: 'binary' });
  expect(recent.get(entry('o'))).toBeNull();
});

it('lets the oldest go when the room is full', () => {
  const recent = createRecentFiles();
  const text = 'x'.repeat(100_000);
  for (let index = 0; index < 200; index += 1) recent.put(entry(`${index}`), { state: 'text', text });
  const kept = Array.from({ length: 200 }, (_, index) => recent.get(entry(`${index}`)) !== null);
  expect(kept.filter(Boolean)).toHaveLength(83);
  expect([kept[0], kept[116], kept[117], kept[199]]).toEqual([false, false, true, true]);
});
