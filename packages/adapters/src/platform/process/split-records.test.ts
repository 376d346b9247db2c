// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { splitRecords } from './split-records.ts';

function recordsOf(end: string, ...chunks: readonly string[]): readonly string[] {
  const records: string[] = [];
  const { take } = splitRecords(end, (record) => records.push(record));
  for (const chunk of chunks) take(Buffer.from(chunk, 'latin1'));
  return records;
}

it('puts records together that lie in several chunks', () => {
  expect(recordsOf('\n', 'one\ntw', 'o', '\n\nthree\nhal', 'f')).toEqual(['one', 'two', '', 'three']);
});

it('keeps every byte as it came', () => {
  const bytes = String.fromCharCode(...Array.from({ length: 255 }, (_, index) => index + 1));
  expect(recordsOf('\0', `${bytes}\0`)).toEqual([bytes]);
});
