// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { afterLogLines } from './after-log-lines.ts';

const starts = (text: string): readonly string[] =>
  afterLogLines(bytesOf(text)).map(({ bytes, lines }) => `${lines}: ${new TextDecoder().decode(bytes).slice(0, 8)}`);

test('lines that begin as JSON or XML do, the first line left out', () => {
  expect(starts('log\r\n{"a":1}\n')).toEqual(['1: {"a":1}\n']);
  expect(starts('[INFO] x\nmore\n<a>\n</a>\n')).toEqual(['2: <a>\n</a>', '3: </a>\n']);
  expect(starts('{"a":1}')).toEqual([]);
  expect(starts('no line end')).toEqual([]);
});

test('neither far into the file nor often', () => {
  expect(starts(`${'log\n'.repeat(500)}{}`)).toEqual([]);
  expect(starts(`${'x'.repeat(70_000)}\n{}`)).toEqual([]);
  expect(starts('\n[]'.repeat(90))).toHaveLength(5);
});
