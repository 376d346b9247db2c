// SPDX-License-Identifier: Apache-2.0
import { array, assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { renderCsv } from './render-csv.ts';

test.each([
  ['a, b', '"a, b"'],
  ['say "x"', '"say ""x"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['', ''],
])('%j becomes %j', (text, cell) => {
  expect(renderCsv([[text]])).toBe(`${cell}\r\n`);
});

/** The grammar of RFC 4180 §2, written for the test. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

test('what is written can be read again, and no cell starts a formula', () => {
  const rows = array(array(string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), { maxLength: 5 });
  assert(
    property(rows, (given) => {
      const read = parseCsv(renderCsv(given));
      expect(read.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/u, '')))).toEqual(
        given.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/u, ''))),
      );
      expect(read.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
    }),
  );
});
