// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { type CsvRecord, readCsv, readCsvHeader } from './read-csv.ts';

const recordsOf = (text: string): readonly CsvRecord[] => {
  const records: CsvRecord[] = [];
  expect(readCsv(bytesOf(text), (record) => records.push(record))).toBeNull();
  return records;
};

test('fields by the names of their columns', () => {
  expect(recordsOf('a,b\r\n1,"x, ""y""\nz"\r\n\r\n"""",\n')).toEqual([
    { a: '1', b: 'x, "y"\nz' },
    { a: '"', b: '' },
  ]);
  expect(recordsOf('a;b\n1;2')).toEqual([{ a: '1', b: '2' }]);
});

test('quotes that do not end are a fault, at the line of their record', () => {
  expect(readCsv(bytesOf('a,b\n1,2\n"x,3\n'), () => undefined)).toMatchObject({ code: 'malformed', line: 3 });
});

test.each(['one', 'a,,b', `${'x'.repeat(200)},b`, ''])('%j is no header', (text) => {
  expect(readCsvHeader(text)).toBeNull();
});
