// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { parseJson, parseStrictJson } from './parse-json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['a member given twice', '{"a":1,"b":{"c":1,"c":1}}'],
  ['a member given twice, once with an escape', '{"a":1,"\\u0061":2}'],
  ['a member called __proto__', '{"__proto__":{}}'],
  ['something behind the value', '{} {}'],
  ['half a value', '{"a":'],
])('refused: %s', (_, text) => {
  expect(parseStrictJson(bytes(text))).toMatchObject({ state: 'failed', fault: { line: 1 } });
});

test('bytes that are not UTF-8 are refused, and U+FFFD itself is not', () => {
  expect(parseStrictJson(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({ fault: { because: 'not UTF-8' } });
  expect(parseStrictJson(bytes('"\ufffd"'))).toEqual({ state: 'parsed', values: ['\ufffd'] });
});

test('elsewhere the last of repeated members counts, as before', () => {
  expect(parseJson(bytes('{"a":1,"a":2}'))).toEqual({ state: 'parsed', values: [{ a: 2 }] });
});
