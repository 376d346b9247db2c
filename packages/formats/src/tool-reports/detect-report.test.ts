// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { isObject } from '../json/json-fields.ts';
import { bytesOf } from '../testing/bytes-of.ts';
import { detectReport } from './detect-report.ts';
import { readReport } from './read-report.ts';
import type { ReportParser } from './report-parser.ts';
import { asUtf8 } from './report-shape/as-utf8.ts';

const parser = (id: string, member: string): ReportParser => ({
  id,
  title: id.toUpperCase(),
  recognise: (shape) => shape.syntax === 'json' && isObject(shape.sample) && member in shape.sample,
  parse: () => ({ state: 'parsed', runs: [] }),
});
const parsers = [parser('a', 'alpha'), parser('b', 'beta')];
const because = (content: unknown): string => {
  const detected = detectReport(bytesOf(content), true, parsers);
  return detected.state === 'failed' ? `${detected.fault.line}:${detected.fault.because}` : detected.parser.id;
};

test.each([
  [{ beta: 1 }, 'b'],
  [{ filler: 'x'.repeat(2_000_000), beta: 1 }, 'b'],
  ['', '1:not a format I know: the file is empty'],
  ['{"a": 1,\n "b": }', '2:not a format I know: a value is expected'],
  ['<a>\n<b></a>', '2:not a format I know: </a> closes nothing that is open'],
  [{ other: 1, more: [] }, '1:not a format I know: JSON: an object with "other", "more"'],
  ['[{"x": 1}]', '1:not a format I know: JSON: a list, first an object with "x"'],
  ['{"x":1}\n{"y":1}', '1:not a format I know: JSON values one after another, the first an object with "x"'],
  ['<cx:Result xmlns:cx="x"><b/></cx:Result>', '1:not a format I know: XML with the root element <Result>'],
  ['Id,Name\n1,x\n', '1:not a format I know: CSV with the columns "Id", "Name"'],
  ['<!DOCTYPE html>\n<html><br></html>', '1:not a format I know: an HTML page'],
  ['\u001b[31mred', '1:not a format I know: text that begins with "?[31mred"'],
  ['a\u0000b', '1:not a format I know: a binary file, no text'],
  ['PK\u0003\u0004\u0000', '1:not a format I know: a ZIP archive: unpack it and give the files in it'],
])('%j', (content, expected) => {
  expect(because(content).slice(0, 200)).toBe(expected);
});

test('an empty list names no tool, and what to do is said', () => {
  expect(because([])).toMatch(/an empty list\. Such a report names no tool/);
  expect(because('null')).toMatch(/JSON: null\. Such a report names no tool/);
});

test('two that fit are none: the person decides', () => {
  expect(because({ alpha: 1, beta: 1 })).toBe('1:it could be of several formats (A, B): name the one');
});

test('UTF-16 and byte order marks are read over', () => {
  const text = '{"alpha":"äの😀"}';
  const wide = new Uint8Array(2 + text.length * 2);
  wide.set([0xfe, 0xff]);
  for (let at = 0; at < text.length; at += 1)
    wide.set([text.charCodeAt(at) >> 8, text.charCodeAt(at) & 0xff], 2 + at * 2);
  const little = wide.map((_, at) => wide[at ^ 1] ?? 0);
  for (const bytes of [wide, little, bytesOf(`\ufeff${text}`)]) expect(asUtf8(bytes)).toEqual(bytesOf(text));
  expect(new TextDecoder().decode(asUtf8(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00)))).toBe('\ufffdA');
});

test('a format that is named is taken, one that does not exist is told', async () => {
  const source = {
    size: 2,
    open: async function* () {
      yield bytesOf('[]');
    },
  };
  expect(await readReport(source, () => undefined, { parsers, format: 'a' })).toEqual({ state: 'parsed', runs: [] });
  expect(await readReport(source, () => undefined, { parsers, format: 'zzz' })).toMatchObject({
    fault: { because: 'there is no format "zzz": known are a, b' },
  });
});

test('what is larger than memory may hold is refused where its format has no stream', async () => {
  const source = {
    size: 100_000_000,
    open: async function* () {
      yield bytesOf({ alpha: 1 });
    },
  };
  expect(await readReport(source, () => undefined, { parsers })).toMatchObject({
    fault: { code: 'too-large', because: 'A of more than 64 MiB is not read: split it' },
  });
});
